"""The command line."""

import argparse
import os
import shutil
import sys
from pathlib import Path

from testvm import kernel, machine
from testvm.failure import Failure
from testvm.initramfs import write_initramfs
from testvm.overlay import mesa_overlay

EXAMPLES = """\
examples:
  ./run vm                                         a shell in the guest; leave it with exit
  ./run vm -- ls -l /dev/dri /dev/udmabuf          a command; its output and exit code are passed on
  ./run vm --out results -- sh -c 'ls /dev > $RESULTS/devices'

The guest sees this machine's files as they are, and writes into memory: nothing that it does stays, but for what is in
$RESULTS, which becomes the folder of --out. It has no network. The exit code is the command's; 124: the time was up;
125: the guest ended without a result; 69: something that is needed is missing.
"""
PASSED_ON = ("JAVA_HOME", "LANG", "TERM")


def parser():
    parser = argparse.ArgumentParser(
        prog="./run vm",
        description="Runs a command in a virtual machine with udmabuf, dma-heaps and DRM devices, or a shell in it.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--modules", default="virtio-gpu,vgem", metavar="LIST",
                        help="kernel modules to load, in this order; udmabuf and the dma-heaps are built in (default: %(default)s)")
    parser.add_argument("--mesa", choices=("backports", "host"), default="backports",
                        help="which EGL and Vulkan drivers the guest has: Debian's newer ones, or this machine's (default: %(default)s)")
    parser.add_argument("--timeout", type=int, default=600, metavar="S",
                        help="end the machine after so many seconds (default: %(default)s)")
    parser.add_argument("--memory", default="4G", metavar="SIZE", help="of the guest (default: %(default)s)")
    parser.add_argument("--out", type=Path, metavar="DIR", help="keep what the command leaves in $RESULTS there")
    parser.add_argument("--env", action="append", default=[], metavar="NAME=VALUE", help="set it in the guest; may be repeated")
    parser.add_argument("--accel", choices=("auto", "tcg", "kvm"), default="auto",
                        help="software emulation or KVM; auto takes KVM where this is no virtual machine itself")
    parser.add_argument("--prepare", action="store_true", help="fetch and build what is needed, and run nothing")
    parser.add_argument("--verbose", action="store_true", help="show the guest's console")
    parser.add_argument("command", nargs=argparse.REMAINDER, metavar="-- COMMAND", help="what to run; none: a shell")
    return parser


def main(arguments):
    options = parser().parse_args(arguments)
    command = options.command[1:] if options.command[:1] == ["--"] else options.command
    try:
        return run(options, command)
    except Failure as failure:
        print(f"testvm: {failure}", file=sys.stderr)
        return Failure.EXIT_CODE
    except KeyboardInterrupt:
        return 130


def run(options, command):
    home = Path(__file__).resolve().parents[3]
    cache = Path(os.environ.get("VITRINE_TESTVM_CACHE", home / "target" / "testvm"))
    cache.mkdir(parents=True, exist_ok=True)
    machine.require_qemu()
    found = kernel.find(cache)
    overlay = mesa_overlay(cache) if options.mesa == "backports" else None
    modules = [name for name in options.modules.split(",") if name]
    initramfs = write_initramfs(cache, found, modules)
    if options.prepare:
        return 0
    if not command and not sys.stdin.isatty():
        raise Failure("a shell needs a terminal; name a command: ./run vm -- COMMAND")
    environment = [f"{name}={os.environ[name]}" for name in PASSED_ON if name in os.environ] + options.env
    with machine.results_folder() as results:
        guest = machine.Machine(found, initramfs, overlay, options.memory, options.accel, options.timeout, options.verbose)
        code = guest.run(command, environment, Path.cwd(), results)
        if options.out:
            keep(results / "out", options.out)
        return code


def keep(made, out):
    out.mkdir(parents=True, exist_ok=True)
    shutil.copytree(made, out, dirs_exist_ok=True, symlinks=True)
