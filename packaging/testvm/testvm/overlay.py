"""Unpacks newer drivers that are laid over this machine's root in the guest."""

import subprocess
import sys

from testvm.apt import Apt, codename, made_once, unpack

MESA = ["libegl-mesa0", "libegl1", "libgles2", "libgbm1", "libgl1-mesa-dri", "mesa-vulkan-drivers", "libvulkan1"]
# Where Mesa makes its software buffers of udmabufs, and its software Vulkan knows dma-bufs.
SUITES = {"bookworm": ["bookworm", "bookworm-backports"]}


def mesa_overlay(cache):
    """Returns the folder, fetched first if it is not there."""
    folder = cache / "mesa"
    with made_once(folder) as filling:
        if filling:
            print("testvm: fetching Mesa for the guest (80 MB, once) ...", file=sys.stderr)
            fetch(filling, cache / "mesa-apt")
    return folder


def fetch(folder, apt_folder):
    suites = SUITES.get(codename(), [codename()])
    apt = Apt(apt_folder, suites)
    apt.update()
    for package in apt.download_for_install(MESA, suites[-1]):
        unpack(package, folder)
        package.unlink()
    # A package of merged /usr has /lib as a folder, which would hide the host's link of that name.
    for name in ("lib", "lib64", "bin", "sbin"):
        path = folder / name
        if path.is_dir() and not path.is_symlink():
            subprocess.run(["cp", "-a", f"{path}/.", folder / "usr" / name], check=True)
            subprocess.run(["rm", "-rf", path], check=True)
    subprocess.run(["rm", "-rf", folder / "usr/share/doc", folder / "usr/share/man"], check=True)
