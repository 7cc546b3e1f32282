"""Writes the first file system of the guest: busybox, a few modules, and the script that mounts the rest."""

import hashlib
import stat
from pathlib import Path

from testvm.failure import Failure
from testvm.modules import Modules

BUSYBOX = Path("/bin/busybox")
ROOT_MODULES = ["virtio_pci", "9pnet_virtio", "9p", "overlay"]
APPLETS = ["sh", "mount", "insmod", "mkdir", "switch_root", "cat", "echo"]
GUEST = Path(__file__).resolve().parent.parent / "guest"


def write_initramfs(cache, kernel, modules):
    """Returns the archive for those modules; one that is there already is used again."""
    if not BUSYBOX.exists():
        raise Failure("busybox is missing: apt-get install busybox-static")
    init = (GUEST / "init.sh").read_bytes()
    key = hashlib.sha256(init + ",".join([kernel.release, *modules]).encode()).hexdigest()[:16]
    archive = cache / f"initramfs-{key}.cpio"
    if not archive.exists():
        partial = archive.with_suffix(".partial")
        partial.write_bytes(contents(kernel, modules, init))
        partial.rename(archive)
    return archive


def contents(kernel, modules, init):
    found = Modules(kernel)
    load_order = found.in_order(ROOT_MODULES + modules)
    cpio = Cpio()
    for folder in ("bin", "dev", "proc", "sys", "modules", "host", "overlay", "memory", "root"):
        cpio.folder(folder)
    cpio.device("dev/console", 5, 1)
    cpio.file("init", init, 0o755)
    cpio.file("bin/busybox", BUSYBOX.read_bytes(), 0o755)
    for applet in APPLETS:
        cpio.link(f"bin/{applet}", "busybox")
    for name in load_order:
        cpio.file(f"modules/{name}.ko", found.contents(name), 0o644)
    cpio.file("modules/order", "".join(f"{name}\n" for name in load_order).encode(), 0o644)
    return cpio.finish()


class Cpio:
    """An archive in the form "newc" of cpio(5), which the kernel unpacks."""

    def __init__(self):
        self.data = bytearray()
        self.inode = 0

    def folder(self, name):
        self._add(name, stat.S_IFDIR | 0o755, b"")

    def file(self, name, contents, mode):
        self._add(name, stat.S_IFREG | mode, contents)

    def link(self, name, target):
        self._add(name, stat.S_IFLNK | 0o777, target.encode())

    def device(self, name, major, minor):
        self._add(name, stat.S_IFCHR | 0o600, b"", (major, minor))

    def finish(self):
        self._add("TRAILER!!!", 0, b"")
        return bytes(self.data)

    def _add(self, name, mode, contents, device=(0, 0)):
        self.inode += 1
        path = name.encode() + b"\0"
        fields = (self.inode, mode, 0, 0, 1, 0, len(contents), 0, 0, *device, len(path), 0)
        self.data += b"070701" + b"".join(b"%08x" % field for field in fields) + path
        self._pad()
        self.data += contents
        self._pad()

    def _pad(self):
        self.data += bytes(-len(self.data) % 4)
