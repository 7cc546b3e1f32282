#!/usr/bin/python3
"""T14, T16: what a consumer may not do to the memory it was handed. Usage: handover.py ROUNDS

The producer draws all the while. Every attempt must fail with EPERM, and the pixels must stay the producer's.
"""
import collections
import ctypes
import errno
import fcntl
import mmap
import os
import sys

from portal import HEIGHT, SEAL, SHARING_SEALS, STRIDE, Portal, one_plane, report

SIZE_BYTES = STRIDE * HEIGHT
PUNCH_HOLE_KEEP_SIZE = 0x03  # linux/falloc.h
LIBC = ctypes.CDLL(None, use_errno=True)


def fallocate(fd, mode, offset, length):
    if LIBC.fallocate(fd, mode, ctypes.c_long(offset), ctypes.c_long(length)) < 0:
        raise OSError(ctypes.get_errno(), "fallocate")


ATTEMPTS = {
    "shrink": lambda fd: os.ftruncate(fd, 0),
    "grow": lambda fd: os.ftruncate(fd, SIZE_BYTES * 2),
    "punch a hole": lambda fd: fallocate(fd, PUNCH_HOLE_KEEP_SIZE, 0, 4096),
    "allocate more": lambda fd: fallocate(fd, 0, 0, SIZE_BYTES * 2),
    "write": lambda fd: os.pwrite(fd, b"mine", 0),
    "write behind the end": lambda fd: os.pwrite(fd, b"mine", SIZE_BYTES),
    "map for writing": lambda fd: mmap.mmap(fd, SIZE_BYTES).close(),
    "seal": lambda fd: fcntl.fcntl(fd, fcntl.F_ADD_SEALS, fcntl.F_SEAL_WRITE),
}


def reopened(fd, flags):
    return os.open(f"/proc/self/fd/{fd}", os.O_RDWR | os.O_CLOEXEC | flags)


def attempt_all(fd, outcomes, how):
    for name, attempt in ATTEMPTS.items():
        try:
            attempt(fd)
            outcomes[f"{name} {how}: allowed"] += 1
        except OSError as error:  # mmap's EPERM is a PermissionError, which is one too
            outcomes["EPERM" if error.errno == errno.EPERM else f"{name} {how}: {error.strerror}"] += 1


def draw(pixels, value):
    pixels[:] = bytes([value]) * SIZE_BYTES


def main():
    rounds = int(sys.argv[1])
    producer, consumer = Portal(), Portal()
    memory = os.memfd_create("drawn", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    os.ftruncate(memory, SIZE_BYTES)
    pixels = mmap.mmap(memory, SIZE_BYTES)
    fcntl.fcntl(memory, fcntl.F_ADD_SEALS, SHARING_SEALS)
    image = producer.advertise(producer.register(), [one_plane()], [memory]).body[0]

    outcomes, spoiled = collections.Counter(), 0
    for number in range(rounds):
        (fd,) = consumer.open_image(image).fds
        draw(pixels, number % 256)
        attempt_all(fd, outcomes, "as delivered")
        for flags in (0, os.O_TRUNC):
            try:
                writable = reopened(fd, flags)
            except OSError as error:
                outcomes["EPERM" if error.errno in (errno.EPERM, errno.EACCES) else f"reopen: {error.strerror}"] += 1
                continue
            attempt_all(writable, outcomes, "reopened")
            os.close(writable)
        with mmap.mmap(fd, SIZE_BYTES, prot=mmap.PROT_READ) as seen:
            spoiled += seen[:] != bytes([number % 256]) * SIZE_BYTES
        assert fcntl.fcntl(fd, fcntl.F_GET_SEALS) & SEAL
        os.close(fd)
    allowed = {name: count for name, count in outcomes.items() if name != "EPERM"}
    report(sent=sum(outcomes.values()), answered=outcomes["EPERM"], spoiled=spoiled, allowed=allowed)


if __name__ == "__main__":
    main()
