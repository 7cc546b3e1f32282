#!/usr/bin/python3
"""A producer of one picture that stays as it is, its rows padded and not at the memory's beginning.

Prints the image's path and the SHA-256 of its pixels, then waits until its input ends.
Usage: still.py TITLE [udmabuf]
With udmabuf the picture lies in a dma-buf; that needs a kernel with /dev/udmabuf.
"""
import fcntl
import hashlib
import mmap
import os
import struct
import sys

from portal import LINEAR, SHARING_SEALS, SHRINK, XRGB8888, Portal

WIDTH, HEIGHT = 321, 123
OFFSET, STRIDE = 4096, WIDTH * 4 + 60
UDMABUF_CREATE = 0x40187542  # linux/udmabuf.h


def pixel(x, y):
    return bytes((x * 7 % 256, y * 3 % 256, (x ^ y) % 256, 255))


def dmabuf_of(memfd, size):
    """Return a dma-buf of the memfd's pages, in place of the memfd."""
    fcntl.fcntl(memfd, fcntl.F_ADD_SEALS, SHRINK)
    with open("/dev/udmabuf", "rb") as exporter:
        # A mutable argument makes Python return what the call returns.
        dmabuf = fcntl.ioctl(exporter, UDMABUF_CREATE, bytearray(struct.pack("=IIQQ", memfd, 0, 0, size)))
    os.close(memfd)
    return dmabuf


def main():
    rows = [b"".join(pixel(x, y) for x in range(WIDTH)) for y in range(HEIGHT)]
    size = -(-(OFFSET + STRIDE * HEIGHT) // mmap.PAGESIZE) * mmap.PAGESIZE
    fd = os.memfd_create("still", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    os.ftruncate(fd, size)
    with mmap.mmap(fd, size) as memory:
        for y, row in enumerate(rows):
            memory[OFFSET + y * STRIDE:OFFSET + y * STRIDE + len(row)] = row
    if sys.argv[2:] == ["udmabuf"]:
        fd = dmabuf_of(fd, size)
    else:
        fcntl.fcntl(fd, fcntl.F_ADD_SEALS, SHARING_SEALS)
    bus = Portal()
    answer = bus.advertise(bus.register(), [(WIDTH, HEIGHT, XRGB8888, LINEAR, [(0, OFFSET, STRIDE)])], [fd], sys.argv[1])
    print(answer.body[0], hashlib.sha256(b"".join(rows)).hexdigest(), flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
