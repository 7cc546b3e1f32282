#!/usr/bin/python3
"""T7: messages of up to 120 MiB, while another client goes on working. Usage: huge.py MIB..."""
import collections
import struct
import sys
import threading
import time

from portal import CONSUMER, NAME, ROOT, Portal, report

MIB = 1 << 20
ARRAY_MAX = 60 * MIB  # D-Bus allows an array 64 MiB


def huge_call(bus, size_bytes):
    """Return the serial and the bytes of a call whose body is byte arrays of that size together."""
    lengths = [ARRAY_MAX] * (size_bytes // ARRAY_MAX) + ([size_bytes % ARRAY_MAX] if size_bytes % ARRAY_MAX else [])
    serial, data = bus.encode_call(ROOT, CONSUMER, "ListImages", "ay" * len(lengths), [b""] * len(lengths), destination=NAME)
    header = data[:-4 * len(lengths)]
    body = b"".join(struct.pack("<I", length) + bytes(length) for length in lengths)
    return serial, header[:4] + struct.pack("<I", len(body)) + header[8:] + body


class Bystander(threading.Thread):
    """Calls the broker until told to stop, and notes its longest wait."""

    def __init__(self):
        super().__init__()
        self.bus, self.stopping, self.calls, self.worst_ms = Portal(), False, 0, 0.0

    def run(self):
        while not self.stopping:
            start = time.monotonic()
            self.bus.images()
            self.worst_ms = max(self.worst_ms, (time.monotonic() - start) * 1000)
            self.calls += 1
            time.sleep(0.01)


def main():
    sizes = [int(argument) * MIB for argument in sys.argv[1:]]
    bus, bystander = Portal(), Bystander()
    bystander.start()
    errors = collections.Counter()
    for size in sizes:
        serial, data = huge_call(bus, size)
        bus.send(data)
        del data
        answer = bus.answer(serial, 60)
        errors[answer.error if answer else "none"] += 1
    bystander.stopping = True
    bystander.join()
    report(sent=len(sizes), answered=len(sizes) - errors["none"],
           limits_exceeded=errors["org.freedesktop.DBus.Error.LimitsExceeded"],
           bystander_calls=bystander.calls, bystander_worst_ms=round(bystander.worst_ms, 1))


if __name__ == "__main__":
    main()
