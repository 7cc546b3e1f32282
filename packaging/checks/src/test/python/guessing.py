#!/usr/bin/python3
"""T25: guess the paths of what is another's. Usage: guessing.py TRIES

Half of the guesses name what exists but belongs to somebody else, half what does not exist. Whoever asks must not be able
to tell one from the other.
"""
import collections
import re
import sys

from portal import BUFFERS, CONSUMER, PRODUCER, PROPERTIES, ROOT, SESSION, Portal, report

IN_FLIGHT = 64


def session_calls(session):
    yield session, SESSION, "Close", "", []
    yield session, PROPERTIES, "Get", "ss", [SESSION, "version"]
    yield session, "org.freedesktop.DBus.Introspectable", "Introspect", "", []
    yield ROOT, PRODUCER, "Advertise", "oa{sv}" + BUFFERS, [session, {"title": ("s", "x")}, []]
    yield ROOT, CONSUMER, "OpenBuffers", "ou", [session, 0]
    yield ROOT, CONSUMER, "DescribeBuffers", "ou", [session, 0]


def image_calls(image):
    yield ROOT, PRODUCER, "Withdraw", "o", [image]
    yield ROOT, PRODUCER, "Publish", "oua{sv}", [image, 0, {}]
    yield ROOT, PRODUCER, "ReplaceBuffers", "ou" + BUFFERS, [image, 2, []]
    yield ROOT, PRODUCER, "AddBuffers", "ou" + BUFFERS, [image, 1, []]


def outcome(member, answer):
    """What the caller learns, without the path that it gave itself."""
    text = re.sub(r"/[A-Za-z0-9_/]+", "PATH", str(answer.body)) if answer.error else str(answer.body)
    return member, answer.error, text


def ask_all(bus, calls, tries):
    outcomes, in_flight, calls = collections.Counter(), [], list(calls)

    def take_answer():
        member, serial = in_flight.pop(0)
        answer = bus.answer(serial)
        outcomes[(member, "none", "") if answer is None else outcome(member, answer)] += 1

    for number in range(tries):
        if len(in_flight) == IN_FLIGHT:
            take_answer()
        path, interface, member, signature, body = calls[number % len(calls)]
        in_flight.append((member, bus.start(interface, member, signature, body, path=path)))
    while in_flight:
        take_answer()
    return outcomes


def main():
    half = int(sys.argv[1]) // 2
    victim, attacker = Portal(), Portal()
    session = victim.register()
    image = victim.advertise_one()
    of_sender = session.rsplit("/", 1)[0]
    foreign_calls = [*session_calls(session), *image_calls(image)]
    unknown_calls = [*session_calls(of_sender + "/guess"), *image_calls(ROOT + "/image/999999999999")]
    foreign = ask_all(attacker, foreign_calls, half)
    unknown = ask_all(attacker, unknown_calls, half)
    differences = sorted(map(str, set(foreign) ^ set(unknown)))
    unanswered = sum(count for (_, error, _), count in (foreign + unknown).items() if error == "none")
    successes = sum(count for (member, error, _), count in foreign.items() if error is None and member != "Introspect")
    report(sent=2 * half, answered=2 * half - unanswered, successes=successes, differences=differences,
           victim_lives=int(image in victim.images()))


if __name__ == "__main__":
    main()
