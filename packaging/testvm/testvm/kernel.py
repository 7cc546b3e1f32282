"""Gets Debian's stock kernel: unpacked, not installed."""

import struct
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from testvm.apt import Apt, codename, made_once, unpack
from testvm.failure import Failure

# Where a kernel with udmabuf, dma-heaps and syncobj timelines is found: Debian 12's own 6.1 has none of them.
KERNEL_SUITES = {"bookworm": ["bookworm-backports", "bookworm"]}


@dataclass(frozen=True)
class Kernel:
    """An unpacked kernel package."""

    folder: Path

    @property
    def vmlinux(self):
        return self.folder / "vmlinux"

    @property
    def modules(self):
        return next((self.folder / "lib" / "modules").iterdir())

    @property
    def release(self):
        return self.modules.name


def find(cache):
    """Returns the kernel, fetched first if it is not there."""
    folder = cache / "kernel"
    with made_once(folder) as filling:
        if filling:
            print("testvm: fetching Debian's kernel (100 MB, once) ...", file=sys.stderr)
            fetch(filling, cache / "kernel-apt")
    found = Kernel(folder)
    if found.release.startswith("6.1."):
        print(f"testvm: kernel {found.release} lacks udmabuf, dma-heaps and syncobj timelines: tests of these will fail", file=sys.stderr)
    return found


def fetch(folder, apt_folder):
    failures = []
    for suite in KERNEL_SUITES.get(codename(), [codename()]):
        try:
            apt = Apt(apt_folder, [suite])
            apt.update()
            image = next(name for name in apt.depends("linux-image-amd64") if name.startswith("linux-image-"))
            package = apt.download(image)
            unpack(package, folder)
            package.unlink()
            extract_elf(next((folder / "boot").glob("vmlinuz-*")), folder / "vmlinux")
            return
        except (Failure, StopIteration) as failure:
            failures.append(f"{suite}: {failure}")
    raise Failure("no kernel can be fetched.\n" + "\n".join(failures))


def extract_elf(image, elf):
    """Takes the ELF kernel out of a bzImage, which QEMU enters directly: that saves most of the boot.

    Source of the offsets: the kernel's Documentation/arch/x86/boot.rst, "payload_offset" and "payload_length".
    """
    data = image.read_bytes()
    if data[0x202:0x206] != b"HdrS":
        raise Failure(f"{image} is no x86 kernel")
    setup_sectors = data[0x1F1] or 4
    offset, length = struct.unpack_from("<II", data, 0x248)
    start = (setup_sectors + 1) * 512 + offset
    payload = data[start:start + length]
    # The last four bytes are the size, which only gzip has as its own.
    for magic, program, cut in ((b"\x28\xb5\x2f\xfd", "zstd", -4), (b"\xfd7zXZ\0", "xz", -4), (b"\x1f\x8b", "gzip", None)):
        if payload.startswith(magic):
            unpacked = subprocess.run([program, "-dc"], input=payload[:cut], stdout=subprocess.PIPE, check=True)
            elf.write_bytes(unpacked.stdout)
            return
    raise Failure(f"{image} is packed in an unknown way")
