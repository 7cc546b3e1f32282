#!/usr/bin/python3
"""T8, T9: use a broker that has hardly a descriptor left. Usage: exhaustion.py

What it can't do it must say; it may also end. Prints what became of each step.
"""
import os

from portal import PRODUCER, Portal, one_plane, report, sealed_memfd
from rawbus import DESCRIPTORS_PER_MESSAGE_MAX, close_all


def main():
    fds = [sealed_memfd() for _ in range(DESCRIPTORS_PER_MESSAGE_MAX)]
    buffers = [one_plane(index) for index in range(len(fds))]
    outcomes = []

    def note(answer):
        outcomes.append("silence" if answer is None else answer.error or "done")
        return answer if answer and answer.error is None else None

    bus = Portal()
    session = note(bus.ask(PRODUCER, "RegisterProducer", "a{sv}", [{}]))
    advertised = session and note(bus.advertise(session.body[0], buffers[:1], fds[:1]))
    opened = advertised and note(bus.open_image(advertised.body[0]))
    if opened:
        close_all(opened.fds)
    if session:
        note(bus.advertise(session.body[0], buffers, fds))
    report(sent=len(outcomes), answered=sum(outcome != "silence" for outcome in outcomes), outcomes=outcomes)


if __name__ == "__main__":
    main()
