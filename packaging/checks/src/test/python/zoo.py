#!/usr/bin/python3
"""T10, T13: advertise buffers of every wrong kind of descriptor. Usage: zoo.py OF_EACH_KIND"""
import os
import sys
import time

from hostile_fds import INVALID, UNSEALED
from portal import INVALID_DESCRIPTOR, UNSEALED_MEMORY, Portal, one_plane, report


def main():
    of_each = int(sys.argv[1])
    bus = Portal()
    session = bus.register()
    sent = answered = worst_ms = 0
    wrong, worst_kind, missing = [], "", []
    for kind, make in {**INVALID, **UNSEALED}.items():
        allowed = {UNSEALED_MEMORY} if kind in UNSEALED else {INVALID_DESCRIPTOR, UNSEALED_MEMORY}
        for _ in range(of_each):
            try:
                fd = make()
            except OSError as error:
                missing.append(f"{kind}: {error.strerror}")
                break
            start = time.monotonic()
            answer = bus.advertise(session, [one_plane()], [fd])
            took_ms = (time.monotonic() - start) * 1000
            os.close(fd)
            sent += 1
            answered += answer is not None
            if took_ms > worst_ms:
                worst_ms, worst_kind = took_ms, kind
            if answer is None or answer.error not in allowed:
                wrong.append(f"{kind}: {answer}")
    report(sent=sent, answered=answered, kinds=sent // of_each, worst_ms=round(worst_ms, 1), worst_kind=worst_kind,
           wrong=sorted(set(wrong)), missing=missing)


if __name__ == "__main__":
    main()
