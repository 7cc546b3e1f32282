#!/usr/bin/python3
"""Do a producer's and a consumer's work, and die by SIGKILL before step STEP. Usage: dying.py STEP

Without a step, prints how many there are.
"""
import os
import signal
import sys

from portal import BUFFERS, CONSUMER, NAME, PRODUCER, ROOT, Portal, one_plane, report, sealed_memfd


def steps():
    """Do one step after the other; each yield is a place to die."""
    yield
    producer, consumer = Portal(), Portal()
    yield
    session = producer.register()
    yield
    fds = [sealed_memfd() for _ in range(4)]
    buffers = [one_plane(index) for index in range(4)]
    _, data = producer.encode_call(ROOT, PRODUCER, "Advertise", "oa{sv}" + BUFFERS,
                                   [session, {"title": ("s", "half")}, buffers], destination=NAME, fd_count=4)
    producer.send(data[:len(data) // 2], fds)
    yield  # in the middle of a message, with its descriptors sent
    producer.send(data[len(data) // 2:])
    yield  # before the answer
    producer.pump(5)
    image = producer.advertise(session, buffers, fds).body[0]
    yield
    producer.must(PRODUCER, "Publish", "oua{sv}", [image, 1, {}])
    yield
    consumer.start(CONSUMER, "OpenImage", "oa{sv}", [image, {}])
    yield  # before its descriptors are taken
    consumer.start(CONSUMER, "RequestAccess", "oa{sv}", [image, {"handle_token": ("s", "ask")}])
    yield
    consumed = consumer.signal("Response")[1]["session_handle"][1]
    yield
    consumer.start(CONSUMER, "OpenBuffers", "ou", [consumed, 0])
    yield
    consumer.pump(5)
    yield
    producer.start(PRODUCER, "ReplaceBuffers", "ou" + BUFFERS, [image, 2, buffers], fds)
    yield
    producer.pump(5)
    yield
    producer.start(PRODUCER, "Withdraw", "o", [image])
    yield


def main():
    if len(sys.argv) == 1:
        report(steps=sum(1 for _ in steps()))
        return
    for number, _ in enumerate(steps()):
        if number == int(sys.argv[1]):
            os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main()
