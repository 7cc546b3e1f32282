#!/usr/bin/python3
"""T35: more descriptors than fit in a message, to the broker and from it. Usage: seventeen.py

A call with 17 is stopped by the bus itself. An image with 32 comes in pages, since a reply with 17 would cost the broker
its connection.
"""
import os

from portal import BUFFERS, CONSUMER, HEIGHT, LINEAR, PRODUCER, ROOT, WIDTH, Portal, report, sealed_memfd
from rawbus import DESCRIPTORS_PER_MESSAGE_MAX, Disconnected, close_all

NV12 = int.from_bytes(b"NV12", "little")
BUFFER_COUNT = 16
LUMA_BYTES, CHROMA_BYTES = WIDTH * HEIGHT, WIDTH * HEIGHT // 2


def send_seventeen():
    """Return whether the bus threw the sender out."""
    bus = Portal()
    fd = sealed_memfd()
    try:
        bus.ask(CONSUMER, "ListImages", "a{sv}", [{"x": ("ah", list(range(17)))}], [fd] * 17)
        return False
    except (Disconnected, ConnectionError):
        return True
    finally:
        os.close(fd)


def two_memfds():
    return [sealed_memfd(LUMA_BYTES), sealed_memfd(CHROMA_BYTES)]


def buffers(count):
    return [(WIDTH, HEIGHT, NV12, LINEAR, [(2 * i, 0, WIDTH), (2 * i + 1, 0, WIDTH)]) for i in range(count)]


def advertise_thirty_two(producer):
    """Advertise an image of 16 buffers, each with two planes in memfds of their own."""
    fds = [fd for _ in range(BUFFER_COUNT) for fd in two_memfds()]
    answer = producer.advertise(producer.register(), buffers(8), fds[:16])
    assert answer.error is None, answer
    image = answer.body[0]
    producer.must(PRODUCER, "AddBuffers", "ou" + BUFFERS, [image, 1, buffers(8)], fds[16:])
    close_all(fds)
    return image


def open_pages(consumer, image):
    """Return how many descriptors came in each page."""
    consumer.must(CONSUMER, "RequestAccess", "oa{sv}", [image, {"handle_token": ("s", "ask")}])
    response, results = consumer.signal("Response")
    assert response == 0, results
    session = results["session_handle"][1]
    pages, first, finished = [], 0, False
    while not finished:
        answer = consumer.ask(CONSUMER, "OpenBuffers", "ou", [session, first])
        assert answer.error is None, answer
        _, page, finished = answer.body
        assert all(len(buffer[4]) == 2 for buffer in page)
        pages.append(len(answer.fds))
        first += len(page)
        close_all(answer.fds)
    return pages


def main():
    thrown_out = send_seventeen()
    producer, consumer = Portal(), Portal()
    pages = open_pages(consumer, advertise_thirty_two(producer))
    report(sent=1 + len(pages), answered=len(pages) + thrown_out, thrown_out=int(thrown_out), descriptors=sum(pages),
           largest_page=max(pages), limit=DESCRIPTORS_PER_MESSAGE_MAX)


if __name__ == "__main__":
    main()
