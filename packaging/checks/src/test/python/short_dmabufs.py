#!/usr/bin/python3
"""T17, T41: layouts in real dma-bufs, most of them too short, against arithmetic with numbers of any size.

The broker must take what fits and no more. Usage: short_dmabufs.py CASES_OF_EACH_EXPORTER SEED
"""
import mmap
import os
import random
import sys
from collections import Counter

from exporters import EXPORTERS, size_of
from portal import INVALID_LAYOUT, LINEAR, PRODUCER, Portal, report

PIXELS_MAX = 32768  # as docs/formats.md says
EDGES = [0, 1, (1 << 31) - 1, 1 << 31, (1 << 31) + 1, (1 << 32) - 1]
PAGES = (1, 3, 16)
FORMATS = {  # of each plane: bytes a pixel, and of how many columns and rows of the picture it has one
    b"XR24": [(4, 1, 1)],
    b"RG16": [(2, 1, 1)],
    b"NV12": [(1, 1, 1), (2, 2, 2)],
    b"YU12": [(1, 1, 1), (1, 2, 2), (1, 2, 2)],
}


def up(number, by):
    return -(-number // by)


def extent(shape, width, height, stride):
    """Return the bytes of a row, and from a plane's first byte to behind its last."""
    pixel, columns, rows = shape
    row = up(width, columns) * pixel
    return row, stride * (up(height, rows) - 1) + row


def fits(buffer, shapes, size):
    width, height, _, _, planes = buffer
    if not (1 <= width <= PIXELS_MAX and 1 <= height <= PIXELS_MAX):
        return False
    ranges = []
    for shape, (_, offset, stride) in zip(shapes, planes):
        row, length = extent(shape, width, height, stride)
        if stride < row or offset + length > size or any(offset < end and start < offset + length for start, end in ranges):
            return False
        ranges.append((offset, offset + length))
    return True


def sound(dice, shapes, size):
    """Make a picture that fills the storage to its end, or nearly."""
    width, height = dice.choice([(1, 1), (2, 2), (7, 5), (31, 9), (32, 16)])
    planes, free = [], 0
    for shape in shapes:
        stride = extent(shape, width, height, 0)[0] + dice.choice([0, 1, 60])
        planes.append((0, free, stride))
        free += extent(shape, width, height, stride)[1]
    planes[-1] = (0, planes[-1][1] + max(0, size - free), planes[-1][2])
    return [width, height, planes]


def spoiled(dice, picture):
    """Put one number at an edge, or one beside what it was; or leave all as they are."""
    width, height, planes = picture
    what = dice.randrange(5)
    change = dice.choice([lambda old: dice.choice(EDGES), lambda old: min(EDGES[-1], max(0, old + dice.choice([-1, 1])))])
    index, offset, stride = planes[plane := dice.randrange(len(planes))]
    if what == 0:
        width = change(width)
    elif what == 1:
        height = change(height)
    elif what == 2:
        planes[plane] = (index, change(offset), stride)
    elif what == 3:
        planes[plane] = (index, offset, change(stride))
    return width, height, planes


def main():
    cases, dice = int(sys.argv[1]), random.Random(int(sys.argv[2]))
    bus = Portal()
    session = bus.register()
    count, wrong = Counter(), []
    for name, make in EXPORTERS.items():
        for number in range(cases):
            dmabuf = make(dice.choice(PAGES) * mmap.PAGESIZE)
            code, shapes = dice.choice(list(FORMATS.items()))
            width, height, planes = spoiled(dice, sound(dice, shapes, size_of(dmabuf)))
            buffer = (width, height, int.from_bytes(code, "little"), LINEAR, planes)
            expected = fits(buffer, shapes, size_of(dmabuf))
            answer = bus.advertise(session, [buffer], [dmabuf])
            count["sent"] += 1
            count["answered"] += answer is not None
            count["fitting"] += expected
            if answer is None or answer.error != (None if expected else INVALID_LAYOUT):
                wrong.append(f"{name} of {size_of(dmabuf)} bytes, {code} {buffer}: {answer}, fits: {expected}")
            if answer and answer.error is None:
                bus.must(PRODUCER, "Withdraw", "o", [answer.body[0]])
            os.close(dmabuf)
    report(**count, exporters=len(EXPORTERS), wrong=wrong)


if __name__ == "__main__":
    main()
