#!/usr/bin/python3
"""T37: have calls in flight while the broker is told to end. Usage: in_flight.py CALLS

The calls wait for the first buffers of an image. Prints "ready" when they are sent, and what became of them.
"""
import collections
import sys
import time

from portal import ALLOW_INTERACTIVE_AUTHORIZATION, BUFFERS, CONSUMER, LINEAR, PRODUCER, XRGB8888, Portal, report


def main():
    calls = int(sys.argv[1])
    producer, consumer = Portal(), Portal()
    properties = {"title": ("s", "later"), "width": ("u", 16), "height": ("u", 16),
                  "formats": ("a(uat)", [(XRGB8888, [LINEAR])])}
    image = producer.must(PRODUCER, "Advertise", "oa{sv}" + BUFFERS, [producer.register(), properties, []])[0]
    serials = [consumer.start(CONSUMER, "OpenImage", "oa{sv}", [image, {}], flags=ALLOW_INTERACTIVE_AUTHORIZATION)
               for _ in range(calls)]
    producer.signal("BuffersWanted")
    consumer.images()  # answered after the others were read
    print("ready", flush=True)
    sys.stdin.readline()  # the broker has been told
    start = time.monotonic()
    answers = [consumer.answer(serial) for serial in serials]
    errors = collections.Counter(answer.error if answer else "none" for answer in answers)
    report(sent=calls, answered=calls - errors["none"], took_ms=round((time.monotonic() - start) * 1000),
           errors=dict(errors))


if __name__ == "__main__":
    main()
