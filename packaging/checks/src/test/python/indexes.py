#!/usr/bin/python3
"""T2: descriptor indexes that name no descriptor. Usage: indexes.py CALLS_OF_EACH_INDEX"""
import collections
import sys

from jeepney.low_level import Endianness

from portal import BUFFERS, CONSUMER, INVALID_ARGS, NAME, PRODUCER, ROOT, Portal, one_plane, report, sealed_memfd

ADVERTISE = (ROOT, PRODUCER, "Advertise", "oa{sv}" + BUFFERS)
LIST = (ROOT, CONSUMER, "ListImages", "a{sv}")
BODIES_OF_AN_INDEX = 10  # five, in both byte orders


def bodies(index):
    """Yield calls with that index in a struct, in a variant, and in an array in a variant."""
    yield (*ADVERTISE, ["/", {"title": ("s", "x")}, [one_plane(index)]])
    yield (*ADVERTISE, ["/", {"title": ("h", index)}, []])
    yield (*LIST, [{"x": ("h", index)}])
    yield (*LIST, [{"x": ("a(hu)", [(index, 0)])}])
    yield (*LIST, [{"x": ("v", ("a{sv}", {"y": ("ah", [index])}))}])


def main():
    of_each = int(sys.argv[1])
    bus = Portal()
    fd = sealed_memfd()
    errors = collections.Counter()
    sent = 0
    bus.call(*LIST, [{}], destination=NAME)  # until the broker knows a caller, at most 64 of its calls may wait
    for fds, index in (([], 0), ([fd], 1), ([fd, fd], 2), ([fd], 0xffffffff), ([], 0x80000000)):
        for call in bodies(index):
            for endianness in (Endianness.little, Endianness.big):
                serials = [bus.start_call(*call, fds=fds, destination=NAME, endianness=endianness)
                           for _ in range(of_each // BODIES_OF_AN_INDEX)]
                sent += len(serials)
                for serial in serials:
                    answer = bus.answer(serial)
                    errors[answer.error if answer else "none"] += 1
    report(sent=sent, answered=sent - errors["none"], invalid_args=errors[INVALID_ARGS], errors=dict(errors))


if __name__ == "__main__":
    main()
