"""Fetches Debian packages without touching the host's package state."""

import contextlib
import fcntl
import os
import re
import subprocess
from pathlib import Path

from testvm.failure import Failure

MIRROR = os.environ.get("VITRINE_DEBIAN_MIRROR", "http://deb.debian.org/debian")
KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"


def codename():
    """The Debian release of this machine."""
    release = Path("/etc/os-release").read_text()
    found = re.search(r"^VERSION_CODENAME=(\w+)", release, re.MULTILINE)
    if "ID=debian" not in release or not found:
        raise Failure("the test machine is made of Debian's packages, and this is no Debian system")
    return found[1]


class Apt:
    """A package list of its own. Suites are named as in sources.list."""

    def __init__(self, folder, suites):
        self.folder = folder
        self.suites = suites
        for part in ("lists/partial", "cache/archives/partial"):
            (folder / part).mkdir(parents=True, exist_ok=True)
        sources = folder / "sources.list"
        sources.write_text("".join(f"deb [signed-by={KEYRING}] {MIRROR} {suite} main\n" for suite in suites))
        self.options = ["-q", "-o", f"Dir::Etc::SourceList={sources}", "-o", "Dir::Etc::SourceParts=-",
                        "-o", f"Dir::State::Lists={folder / 'lists'}", "-o", f"Dir::Cache={folder / 'cache'}",
                        "-o", "Debug::NoLocking=1", "-o", "APT::Sandbox::User=root", "-o", "APT::Install-Recommends=0"]

    def update(self):
        self._run("apt-get", "update")

    def depends(self, package):
        """What a package depends on, by name."""
        return re.findall(r"^ *(?:Pre)?Depends: ([^\s<]+)$", self._run("apt-cache", "depends", package), re.MULTILINE)

    def download(self, package):
        """Fetches one package; returns its file."""
        with contextlib.chdir(self.folder) if hasattr(contextlib, "chdir") else _chdir(self.folder):
            self._run("apt-get", "download", package)
        return newest(self.folder, f"{package}_*.deb")

    def download_for_install(self, packages, release):
        """Fetches packages and what they need that this machine lacks or has older; returns the files."""
        archives = self.folder / "cache" / "archives"
        for old in archives.glob("*.deb"):
            old.unlink()
        self._run("apt-get", "install", "--download-only", "--yes", "-t", release, *packages)
        return sorted(archives.glob("*.deb"))

    def _run(self, program, *arguments):
        done = subprocess.run([program, *self.options, *arguments], stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
        if done.returncode != 0:
            raise Failure(f"{program} {' '.join(arguments)} failed; is {MIRROR} reachable?\n{done.stderr.strip()}")
        return done.stdout


@contextlib.contextmanager
def _chdir(folder):
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def newest(folder, pattern):
    return max(folder.glob(pattern), key=lambda path: path.stat().st_mtime)


def unpack(package, folder):
    """Unpacks a package without installing it."""
    subprocess.run(["dpkg", "-x", package, folder], check=True)


@contextlib.contextmanager
def made_once(folder):
    """Yields a folder to fill, or None where that was done already; several processes may ask at once."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with open(folder.parent / f".{folder.name}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if folder.is_dir():
            yield None
            return
        filling = folder.with_name(folder.name + ".filling")
        subprocess.run(["rm", "-rf", filling], check=True)
        filling.mkdir()
        yield filling
        filling.rename(folder)
