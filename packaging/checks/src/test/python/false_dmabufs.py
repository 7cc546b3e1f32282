#!/usr/bin/python3
"""T10, T18, T41: real dma-bufs under false formats, modifiers and names. Usage: false_dmabufs.py"""
import mmap
import os

from exporters import CARDS, EXPORTERS, READ_ONLY_EXPORTERS, set_name, size_of, write_through
from portal import (HEIGHT, INVALID_LAYOUT, LINEAR, PRODUCER, STRIDE, WIDTH, XRGB8888, Portal, report, sealed_memfd)

SIZE = STRIDE * HEIGHT  # of the picture, and of the storage: whole pages
NV12 = int.from_bytes(b"NV12", "little")
UNKNOWN = int.from_bytes(b"ZZZ9", "little")
UNNAMED = (1 << 56) - 1  # DRM_FORMAT_MOD_INVALID
VENDORS = {  # drm_fourcc.h
    "Intel's Y tiles": 0x0100000000000002,
    "AMD's GFX9 64K_S": 0x0200000000000901,
    "NVIDIA's 16Bx2 blocks": 0x0300000000606014,
    "Arm's AFBC": 0x0800000000000041,
    "nobody's, with every bit": 0xfeffffffffffffff,
}
NAMES = {
    "size and exporter": b"\nsize:\t1048576\nexp_name:\tx\n",
    "a size": b"x\nsize:\t18446744073709551615\n",
    "a negative size": b"x\nsize:\t-1\n",
    "lines of a memfd": b"memfd:x (deleted)\npos:\t0\n",
    "bytes that are no text": bytes(range(0x80, 0x9f)),
    "control characters": b"\x1b[2J\r\x07",
}


class Examiner:
    def __init__(self):
        self.bus = Portal()
        self.session = self.bus.register()
        self.sent = self.answered = 0
        self.wrong = []

    def expect(self, error, what, buffers, fds):
        """Advertise, compare the outcome, look at what comes back of what was taken, and withdraw it."""
        answer = self.bus.advertise(self.session, buffers, fds)
        self.sent += 1
        self.answered += answer is not None
        if answer is None or answer.error != error:
            self.wrong.append(f"{what}: {answer}")
        if answer is None or answer.error:
            return
        opened = self.bus.open_image(answer.body[0])
        came, details = opened.body[2], opened.body[3]
        if tuple(came[:4]) != buffers[0][:4] or [plane[1:] for plane in came[4]] != [plane[1:] for plane in buffers[0][4]]:
            self.wrong.append(f"{what} came back as {came}")
        if details["read_only_enforced"][1]:
            self.wrong.append(f"{what} came back as read-only")
        for fd in opened.fds:
            os.close(fd)
        self.bus.must(PRODUCER, "Withdraw", "o", [answer.body[0]])


def picture(planes, fourcc=XRGB8888, modifier=LINEAR, height=HEIGHT):
    return (WIDTH, height, fourcc, modifier, planes)


def examine_formats(examiner, name, fd):
    plane, half = (0, 0, STRIDE), (0, SIZE // 2, WIDTH)

    def refuse(what, buffer):
        examiner.expect(INVALID_LAYOUT, f"{name}: {what}", [buffer], [fd])

    refuse("an unknown format", picture([plane], UNKNOWN))
    refuse("format 0 of a vendor", picture([plane], 0, VENDORS["Arm's AFBC"]))
    refuse("no plane", picture([]))
    refuse("two planes of XR24", picture([plane, half]))
    refuse("one plane of NV12", picture([(0, 0, WIDTH)], NV12))
    refuse("three planes of NV12", picture([(0, 0, WIDTH), half, half], NV12))
    refuse("five planes of a vendor", picture([plane] * 5, XRGB8888, VENDORS["Intel's Y tiles"]))
    refuse("rows that run into each other", picture([(0, 0, STRIDE - 4)]))
    refuse("a vendor's picture without room", picture([(0, 4, STRIDE)], XRGB8888, VENDORS["Intel's Y tiles"]))
    refuse("an unnamed arrangement behind the end", picture([(0, SIZE, STRIDE)], XRGB8888, UNNAMED))


def examine_modifiers(examiner, name, fd):
    for vendor, modifier in VENDORS.items():
        examiner.expect(None, f"{name}: {vendor}", [picture([(0, 0, STRIDE)], XRGB8888, modifier)], [fd])
    examiner.expect(None, f"{name}: an unnamed arrangement", [picture([(0, 0, STRIDE)], XRGB8888, UNNAMED)], [fd])


def examine_mixtures(examiner, name, fd):
    """One picture's planes in storages of two kinds."""
    memfd, other = sealed_memfd(), EXPORTERS["system"](mmap.PAGESIZE)
    chroma = WIDTH * HEIGHT // 2
    planes = [(0, 0, WIDTH), (1, mmap.PAGESIZE - chroma, WIDTH)]
    examiner.expect(None, f"{name} and a heap", [picture(planes, NV12)], [fd, other])
    examiner.expect(None, f"{name} and a memfd", [picture(planes, NV12)], [fd, memfd])
    examiner.expect(INVALID_LAYOUT, f"{name} and a heap that is short by a byte",
                    [picture([planes[0], (1, planes[1][1] + 1, WIDTH)], NV12)], [fd, other])
    examiner.expect(INVALID_LAYOUT, f"{name} and a memfd, unnamed", [picture(planes, NV12, UNNAMED)], [fd, memfd])
    twice = os.dup(fd)
    examiner.expect(INVALID_LAYOUT, f"{name} twice, overlapping", [picture([(0, 0, WIDTH), (1, 8, WIDTH)], NV12)], [fd, twice])
    for each in (memfd, other, twice):
        os.close(each)


def examine_names(examiner, name, fd):
    for what, words in NAMES.items():
        set_name(fd, words)
        examiner.expect(INVALID_LAYOUT, f"{name} named {what}", [picture([(0, 1, STRIDE)])], [fd])
        examiner.expect(None, f"{name} named {what}, that fits", [picture([(0, 0, STRIDE)])], [fd])


def examine_read_only(examiner, name, make):
    """Nobody maps for writing what was exported for reading alone."""
    fd = make(SIZE, os.O_RDONLY)
    try:
        mmap.mmap(fd, SIZE, mmap.MAP_SHARED, mmap.PROT_WRITE)
        examiner.wrong.append(f"{name}, read-only, was mapped for writing")
    except PermissionError:
        pass
    examiner.expect(None, f"{name}, read-only", [picture([(0, 0, STRIDE)])], [fd])
    os.close(fd)


def is_written_all_the_same(name, card):
    """Whoever may open the DRM device writes into what it exported for reading alone."""
    fd = READ_ONLY_EXPORTERS[name](SIZE, os.O_RDONLY)
    write_through(card, fd, SIZE, b"written")
    with mmap.mmap(fd, SIZE, mmap.MAP_SHARED, mmap.PROT_READ) as memory:
        written = memory[:7] == b"written"
    os.close(fd)
    return written


def main():
    examiner = Examiner()
    for name, make in EXPORTERS.items():
        fd = make(SIZE)
        if size_of(fd) != SIZE:
            examiner.wrong.append(f"{name} made {size_of(fd)} bytes")
        for examine in (examine_formats, examine_modifiers, examine_mixtures, examine_names):
            examine(examiner, name, fd)
        os.close(fd)
    for name, make in READ_ONLY_EXPORTERS.items():
        examine_read_only(examiner, name, make)
    written = [name for name, card in CARDS.items() if is_written_all_the_same(name, card)]
    report(sent=examiner.sent, answered=examiner.answered, written_though_read_only=",".join(written), wrong=examiner.wrong)


if __name__ == "__main__":
    main()
