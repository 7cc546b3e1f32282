"""Starts QEMU, and passes on what the command in the guest says."""

import contextlib
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from testvm.failure import Failure
from testvm.kernel import Kernel

QEMU = "qemu-system-x86_64"
TIME_UP = 124
NO_RESULT = 125
POLL_SECONDS = 0.05
GUEST = Path(__file__).resolve().parent.parent / "guest"


def require_qemu():
    if not shutil.which(QEMU):
        raise Failure(f"{QEMU} is missing: apt-get install --no-install-recommends qemu-system-x86")


@contextlib.contextmanager
def results_folder():
    """The folder that guest and host share: the guest writes output, exit code and files there."""
    with tempfile.TemporaryDirectory(prefix="vitrine-testvm-") as folder:
        (Path(folder) / "out").mkdir()
        yield Path(folder)


@dataclass
class Machine:
    """How the guest is made."""

    kernel: Kernel
    initramfs: Path
    overlay: Path | None
    memory: str
    accel: str
    timeout: int
    verbose: bool

    def run(self, command, environment, directory, results):
        """Runs a command, or a shell if it is empty; returns its exit code."""
        write_start(command, environment, directory, results)
        interactive = not command
        console = None if interactive or self.verbose else subprocess.PIPE
        qemu = subprocess.Popen(self._arguments(results, interactive), stdin=None if interactive else subprocess.DEVNULL,
                                stdout=console, stderr=subprocess.STDOUT if console else None)
        said = []
        if console:
            threading.Thread(target=lambda: said.extend(qemu.stdout), daemon=True).start()
        try:
            return self._follow(qemu, results, said)
        finally:
            if qemu.poll() is None:
                qemu.kill()
                qemu.wait()

    def _follow(self, qemu, results, said):
        deadline = time.monotonic() + self.timeout
        streams = [Passed(results / "stdout", sys.stdout.buffer), Passed(results / "stderr", sys.stderr.buffer)]
        while qemu.poll() is None and time.monotonic() < deadline:
            for stream in streams:
                stream.pass_on()
            time.sleep(POLL_SECONDS)
        time_up = qemu.poll() is None
        for stream in streams:
            stream.pass_on()
        code = results / "code"
        if code.exists():
            return int(code.read_text())
        if time_up:
            print(f"testvm: the guest was ended after {self.timeout} s (--timeout)", file=sys.stderr)
            return TIME_UP
        print("testvm: the guest ended without a result. Its console:", file=sys.stderr)
        sys.stderr.buffer.write(b"".join(said[-60:]))
        return NO_RESULT

    def _arguments(self, results, interactive):
        kvm = self.accel == "kvm" or (self.accel == "auto" and kvm_works())
        append = f"console=ttyS0 panic=-1 mitigations=off nokaslr no_timer_check quiet loglevel=3 vitrine.guest={GUEST}"
        if self.overlay:
            append += " vitrine.overlay=1"
        shares = [("root", Path("/"), True), ("results", results, False)]
        if self.overlay:
            shares.append(("overlay", self.overlay, True))
        arguments = [
            QEMU, "-nodefaults", "-no-user-config", "-display", "none", "-no-reboot", "-M", "q35",
            *(["-accel", "kvm", "-cpu", "host"] if kvm else ["-accel", "tcg,thread=multi", "-cpu", "Nehalem"]),
            "-smp", "2", "-m", self.memory, "-kernel", str(self.kernel.vmlinux), "-initrd", str(self.initramfs),
            "-append", append, "-device", "virtio-gpu-pci",
            "-chardev", f"stdio,id=console,signal={'off' if interactive else 'on'}", "-serial", "chardev:console",
        ]
        for tag, folder, read_only in shares:
            options = f"local,id={tag},path={escaped(folder)},security_model=none,multidevs=remap"
            arguments += ["-fsdev", options + (",readonly=on" if read_only else ""),
                          "-device", f"virtio-9p-pci,fsdev={tag},mount_tag={tag}"]
        return arguments


class Passed:
    """A file that grows in the results folder, passed on as it does."""

    def __init__(self, path, to):
        self.path = path
        self.to = to
        self.position = 0

    def pass_on(self):
        if not self.path.exists():
            return
        with open(self.path, "rb") as file:
            file.seek(self.position)
            while data := file.read(1 << 16):
                self.position += len(data)
                self.to.write(data)
        self.to.flush()


def escaped(path):
    """A path as an option of QEMU takes it."""
    return str(path).replace(",", ",,")


def kvm_works():
    """Nested KVM was seen to fail after minutes, so it is taken on real machines alone."""
    if not os.access("/dev/kvm", os.R_OK | os.W_OK):
        return False
    return not any(line.startswith("flags") and " hypervisor" in line for line in Path("/proc/cpuinfo").read_text().splitlines())


def shell():
    size = shutil.get_terminal_size()
    return f"stty rows {size.lines} cols {size.columns}; exec bash -i"


def write_start(command, environment, directory, results):
    """Writes the script that the guest runs."""
    lines = [f"export {name}={shlex.quote(value)}" for name, _, value in (entry.partition("=") for entry in environment)]
    lines.append(f"cd {shlex.quote(str(directory))}")
    lines.append(f"exec {shlex.join(command)}" if command else shell())
    (results / "start").write_text("\n".join(lines) + "\n")
    if not command:
        (results / "interactive").touch()
