#!/usr/bin/python3
"""Asks for the same image again and again, without waiting for answers. Usage: asking.py IMAGE COUNT

Prints how many of the calls were taken, how many were over a limit, and how many ended otherwise; then stays until its
input ends.
"""
import collections
import sys

from portal import CONSUMER, Portal, report

AT_A_TIME = 50
LIMITS_EXCEEDED = "org.freedesktop.DBus.Error.LimitsExceeded"


def main(image, count):
    bus = Portal()
    outcomes = collections.Counter()
    for _ in range(count // AT_A_TIME):
        calls = [bus.start(CONSUMER, "RequestAccess", "oa{sv}", [image, {}]) for _ in range(AT_A_TIME)]
        for call in calls:
            answer = bus.answer(call)
            outcomes["no answer" if answer is None else answer.error or "taken"] += 1
    report(taken=outcomes.pop("taken", 0), over_limit=outcomes.pop(LIMITS_EXCEEDED, 0), others=dict(outcomes))
    sys.stdin.read()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
