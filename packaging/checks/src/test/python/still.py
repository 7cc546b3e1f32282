#!/usr/bin/python3
"""A producer of one picture that stays as it is, its rows padded and not at the memory's beginning.

Prints the image's path and the SHA-256 of its pixels, then waits until its input ends.
Usage: still.py TITLE [EXPORTER]
With one of the names in exporters.py the picture lies in a dma-buf; that needs the test machine.
"""
import fcntl
import hashlib
import mmap
import os
import sys

from exporters import EXPORTERS
from portal import LINEAR, SHARING_SEALS, XRGB8888, Portal

WIDTH, HEIGHT = 321, 123
OFFSET, STRIDE = 4096, WIDTH * 4 + 60


def pixel(x, y):
    return bytes((x * 7 % 256, y * 3 % 256, (x ^ y) % 256, 255))


def memfd(size):
    fd = os.memfd_create("still", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    os.ftruncate(fd, size)
    return fd


def main():
    rows = [b"".join(pixel(x, y) for x in range(WIDTH)) for y in range(HEIGHT)]
    size = -(-(OFFSET + STRIDE * HEIGHT) // mmap.PAGESIZE) * mmap.PAGESIZE
    in_dmabuf = len(sys.argv) > 2
    fd = EXPORTERS[sys.argv[2]](size) if in_dmabuf else memfd(size)
    with mmap.mmap(fd, size) as memory:
        for y, row in enumerate(rows):
            memory[OFFSET + y * STRIDE:OFFSET + y * STRIDE + len(row)] = row
    if not in_dmabuf:
        fcntl.fcntl(fd, fcntl.F_ADD_SEALS, SHARING_SEALS)
    bus = Portal()
    answer = bus.advertise(bus.register(), [(WIDTH, HEIGHT, XRGB8888, LINEAR, [(0, OFFSET, STRIDE)])], [fd], sys.argv[1])
    print(answer.body[0], hashlib.sha256(b"".join(rows)).hexdigest(), flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
