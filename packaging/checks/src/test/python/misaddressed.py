#!/usr/bin/python3
"""T1: calls that carry descriptors to where nobody takes them. Usage: misaddressed.py CALLS"""
import itertools
import sys

from jeepney.low_level import HeaderFields, MessageType

from portal import CONSUMER, NAME, PRODUCER, PROPERTIES, ROOT, Portal, report, sealed_memfd
from rawbus import close_all

IN_FLIGHT = 32
OPTION_WITH_FD = ("a{sv}", [{"no-such-option": ("h", 0)}])

CALLS = [
    (ROOT + "/nowhere", CONSUMER, "ListImages", "h", [0]),
    ("/", "org.example.Nothing", "Nothing", "ah", [[0, 1, 2]]),
    (ROOT, "org.example.Nothing", "Nothing", "h", [0]),
    (ROOT, CONSUMER, "Nothing", "h", [0]),
    (ROOT, None, "Nothing", "h", [0]),
    (ROOT, CONSUMER, "ListImages", "h", [0]),
    (ROOT, CONSUMER, "ListImages", "v", [("ah", [0, 1, 2])]),
    (ROOT, CONSUMER, "ListImages", *OPTION_WITH_FD),
    (ROOT, CONSUMER, "OpenImage", "oh", ["/", 0]),
    (ROOT, PRODUCER, "Withdraw", "h", [0]),
    (ROOT, "org.freedesktop.DBus.Peer", "Ping", "h", [0]),
    (ROOT, "org.freedesktop.DBus.Introspectable", "Introspect", "", []),
    (ROOT, PROPERTIES, "GetAll", "sh", [CONSUMER, 0]),
    (ROOT, PROPERTIES, "Set", "ssv", [CONSUMER, "version", ("h", 0)]),
]


def send_noise(bus, broker, fd):
    """Send what needs no answer: a signal, an unrequested reply, and an error, each with a descriptor."""
    for kind, fields in (
            (MessageType.signal, {HeaderFields.path: ROOT, HeaderFields.interface: CONSUMER, HeaderFields.member: "ImageAdded"}),
            (MessageType.method_return, {HeaderFields.reply_serial: 1}),
            (MessageType.error, {HeaderFields.reply_serial: 2, HeaderFields.error_name: "java.lang.Runtime"})):
        _, data = bus.encode(kind, {**fields, HeaderFields.destination: broker}, "h", [0], fd_count=1)
        bus.send(data, [fd])


def main():
    calls = int(sys.argv[1])
    bus = Portal()
    broker = bus.broker_unique_name()
    fds = [sealed_memfd() for _ in range(3)]
    kinds = itertools.cycle(CALLS)
    in_flight, answered, unanswered = [], 0, 0

    def take_answer():
        nonlocal answered, unanswered
        answer = bus.answer(in_flight.pop(0))
        if answer is None:
            unanswered += 1
        else:
            answered += 1
            close_all(answer.fds)

    for number in range(calls):
        if len(in_flight) == IN_FLIGHT:
            take_answer()
        in_flight.append(bus.start_call(*next(kinds), fds=fds, destination=NAME))
        if number % 10 == 0:
            send_noise(bus, broker, fds[0])
    while in_flight:
        take_answer()
    report(sent=calls, answered=answered, unanswered=unanswered)


if __name__ == "__main__":
    main()
