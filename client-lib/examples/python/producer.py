#!/usr/bin/python3
"""Show a moving test pattern to other programs, with nothing of Vitrine's installed.

Needs Debian's python3-jeepney. Stops at the end of its input or with Ctrl-C.
Usage: producer.py [TITLE]
"""
import fcntl
import hashlib
import mmap
import os
import select
import sys
import time

from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import unwrap_msg

WIDTH, HEIGHT, BUFFERS = 640, 360, 2
STRIDE = WIDTH * 4
XRGB8888 = int.from_bytes(b"XR24", "little")  # DRM FourCC code
LINEAR = 0  # DRM format modifier
F_SEAL_FUTURE_WRITE = 0x10  # linux/fcntl.h; Python does not name it

PORTAL = DBusAddress(
    "/org/freedesktop/portal/vitrine", "org.freedesktop.portal.Vitrine", "org.vitrine.Producer1")


def make_buffer(name):
    """Return a sealed memfd, and the writable mapping that only this process has."""
    fd = os.memfd_create(name, os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    os.ftruncate(fd, STRIDE * HEIGHT)
    pixels = mmap.mmap(fd, STRIDE * HEIGHT)  # before the seals: they forbid new writable mappings
    fcntl.fcntl(fd, fcntl.F_ADD_SEALS,
                fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | F_SEAL_FUTURE_WRITE | fcntl.F_SEAL_SEAL)
    return fd, pixels


def draw(pixels, step):
    """Draw a gradient that moves to the left by one pixel a step."""
    row = b"".join(bytes(((x + step) % 256, x * 255 // WIDTH, 128, 255)) for x in range(WIDTH))
    pixels[:] = row * HEIGHT


def main():
    title = sys.argv[1] if len(sys.argv) > 1 else "Python test pattern"
    bus = open_dbus_connection("SESSION", enable_fds=True)

    def call(method, signature, *body):
        return unwrap_msg(bus.send_and_get_reply(new_method_call(PORTAL, method, signature, body)))

    (session,) = call("RegisterProducer", "a{sv}", {})
    buffers = [make_buffer(f"pattern-{i}") for i in range(BUFFERS)]
    draw(buffers[0][1], 0)
    (image,) = call(
        "Advertise", "oa{sv}a(uuuta(huu))", session, {"title": ("s", title)},
        [(WIDTH, HEIGHT, XRGB8888, LINEAR, [(fd, 0, STRIDE)]) for fd, _ in buffers])
    print(image, hashlib.sha256(buffers[0][1]).hexdigest(), flush=True)

    step = 0
    while not select.select([sys.stdin], [], [], 0.1)[0]:
        step += 1
        index = step % BUFFERS
        draw(buffers[index][1], step)
        call("Publish", "oua{sv}", image, index, {"time": ("t", time.monotonic_ns())})
    call("Withdraw", "o", image)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        pass
