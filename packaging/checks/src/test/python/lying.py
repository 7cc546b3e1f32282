#!/usr/bin/python3
"""Bad input to every method of the portal door, each with the error that it must get. Usage: lying.py"""
import os

from portal import (BUFFERS, CONSUMER, INVALID_ARGS, INVALID_DESCRIPTOR, INVALID_LAYOUT, LINEAR, NOT_FOUND, PRODUCER, ROOT, STRIDE,
                    XRGB8888, HEIGHT, WIDTH, Portal, one_plane, report, sealed_memfd)

INVALID_ARGUMENT = "org.freedesktop.portal.Error.InvalidArgument"
EXISTS = "org.freedesktop.portal.Error.Exists"
STALE_GENERATION = "org.vitrine.Error.StaleGeneration"
LIMITS_EXCEEDED = "org.freedesktop.DBus.Error.LimitsExceeded"
YUV420 = int.from_bytes(b"YU12", "little")
U32_MAX = 0xffffffff
SIZE_BYTES = STRIDE * HEIGHT

LYING_LAYOUTS = {
    "more rows than memory": one_plane(height=HEIGHT + 1),
    "a stride of more than the memory": one_plane(stride=STRIDE + 4),
    "a stride of less than a row": one_plane(stride=STRIDE - 4),
    "a stride of 0": one_plane(stride=0),
    "an offset that moves the end out": one_plane(offset=4),
    "an offset of 2^32-1": one_plane(offset=U32_MAX),
    "a stride of 2^32-1": one_plane(stride=U32_MAX),
    "width 0": one_plane(width=0),
    "height 0": one_plane(height=0),
    "width 2^32-1": one_plane(width=U32_MAX),
    "height 2^31": one_plane(height=1 << 31),
    "width 32769": one_plane(width=32769),
    "an unknown FourCC": one_plane(fourcc=U32_MAX),
    "no plane": (WIDTH, HEIGHT, XRGB8888, LINEAR, []),
    "one descriptor for four planes": (WIDTH, HEIGHT, XRGB8888, LINEAR, [(0, 0, STRIDE)] * 4),
    "five planes": (WIDTH, HEIGHT, XRGB8888, LINEAR, [(0, 0, STRIDE)] * 5),
    "planes with a gap": (WIDTH, HEIGHT, YUV420, LINEAR, [(0, 0, WIDTH), (0, SIZE_BYTES, WIDTH // 2), (0, 0, WIDTH // 2)]),
}


class Examiner:
    """Asks, and keeps what was not answered as it must be."""

    def __init__(self, bus):
        self.bus, self.sent, self.answered, self.wrong = bus, 0, 0, []

    def expect(self, errors, what, answer):
        self.sent += 1
        self.answered += answer is not None
        if answer is None or answer.error not in errors:
            self.wrong.append(f"{what}: {answer}")
        return answer

    def refuse(self, errors, what, interface, member, signature, body, fds=()):
        return self.expect(errors, what, self.bus.ask(interface, member, signature, body, fds))


def examine_layouts(examiner, session, fd):
    for what, buffer in LYING_LAYOUTS.items():
        examiner.expect({INVALID_LAYOUT, INVALID_ARGUMENT}, what, examiner.bus.advertise(session, [buffer], [fd]))
    mixed = [one_plane(), one_plane(width=WIDTH // 2, stride=STRIDE)]
    examiner.expect({INVALID_LAYOUT, INVALID_ARGUMENT}, "buffers of two sizes", examiner.bus.advertise(session, mixed, [fd]))
    examiner.expect({LIMITS_EXCEEDED}, "17 buffers", examiner.bus.advertise(session, [one_plane()] * 17, [fd]))


def examine_shared_memory(examiner, session):
    """One memfd for the three planes of a YUV picture is no lie."""
    luma, chroma = WIDTH * HEIGHT, WIDTH * HEIGHT // 4
    fd = sealed_memfd(luma + 2 * chroma)
    planes = [(0, 0, WIDTH), (0, luma, WIDTH // 2), (0, luma + chroma, WIDTH // 2)]
    answer = examiner.expect({None}, "three planes in one memfd",
                             examiner.bus.advertise(session, [(WIDTH, HEIGHT, YUV420, LINEAR, planes)], [fd]))
    os.close(fd)
    if answer and answer.error is None:
        opened = examiner.expect({None}, "its OpenImage", examiner.bus.open_image(answer.body[0]))
        inodes = {os.fstat(fd).st_ino for fd in opened.fds}
        if len(opened.body[2][4]) != 3 or len(inodes) != 1:
            examiner.wrong.append(f"three planes came back as {opened.body[2]} on {len(inodes)} memories")
        for opened_fd in opened.fds:
            os.close(opened_fd)
        examiner.expect({None}, "its Withdraw", examiner.bus.ask(PRODUCER, "Withdraw", "o", [answer.body[0]]))


def examine_remote_descriptors(examiner, session):
    """Numbers of descriptors that this process does not have, or that are no memory."""
    for what, number in {"a closed number": 999, "number -1": -1, "a socket's number": examiner.bus.socket.fileno()}.items():
        buffer = (WIDTH, HEIGHT, XRGB8888, LINEAR, [(number, 0, STRIDE)])
        examiner.refuse({INVALID_DESCRIPTOR, INVALID_ARGUMENT}, f"AdvertiseRemote with {what}", PRODUCER, "AdvertiseRemote",
                        "oa{sv}a(uuuta(iuu))", [session, {"title": ("s", "x")}, [buffer]])


def examine_options(examiner, session, fd):
    for options in ({}, {"title": ("s", "")}, {"title": ("s", "x" * 257)}, {"title": ("u", 1)},
                    {"title": ("s", "x"), "tags": ("as", ["t"] * 17)}, {"title": ("s", "x"), "tags": ("s", "t")},
                    {"title": ("s", "x"), "writable": ("s", "yes")}):
        examiner.refuse({INVALID_ARGUMENT, LIMITS_EXCEEDED}, f"Advertise with {str(options)[:60]}", PRODUCER, "Advertise",
                        "oa{sv}" + BUFFERS, [session, options, [one_plane()]], [fd])
    for token in ("", "a-b", "a/b", "ä", "x" * 65):
        examiner.refuse({INVALID_ARGUMENT}, f"a token of {token[:8]!r}", PRODUCER, "RegisterProducer", "a{sv}",
                        [{"session_handle_token": ("s", token)}])
    examiner.refuse({INVALID_ARGUMENT}, "a token of a wrong type", PRODUCER, "RegisterProducer", "a{sv}",
                    [{"session_handle_token": ("u", 1)}])
    examiner.refuse({None}, "an unknown option", PRODUCER, "RegisterProducer", "a{sv}",
                    [{"no-such-option": ("v", ("h", 0)), "session_handle_token": ("s", "twice")}], [fd])
    examiner.refuse({EXISTS}, "a token used twice", PRODUCER, "RegisterProducer", "a{sv}",
                    [{"session_handle_token": ("s", "twice")}])


def examine_handles(examiner, fd):
    for handle in ("/", ROOT, ROOT + "/session/1_1/x", ROOT + "/image/0", "/org/freedesktop/DBus"):
        examiner.refuse({NOT_FOUND}, f"Advertise in {handle}", PRODUCER, "Advertise", "oa{sv}" + BUFFERS,
                        [handle, {"title": ("s", "x")}, [one_plane()]], [fd])
        examiner.refuse({NOT_FOUND}, f"Withdraw {handle}", PRODUCER, "Withdraw", "o", [handle])
        examiner.refuse({NOT_FOUND}, f"OpenImage {handle}", CONSUMER, "OpenImage", "oa{sv}", [handle, {}])
        examiner.refuse({NOT_FOUND}, f"DescribeImage {handle}", CONSUMER, "DescribeImage", "o", [handle])
        examiner.refuse({NOT_FOUND}, f"OpenBuffers {handle}", CONSUMER, "OpenBuffers", "ou", [handle, 0])


def examine_images(examiner, image, fd):
    examiner.refuse({INVALID_ARGUMENT}, "Publish of a buffer that is not there", PRODUCER, "Publish", "oua{sv}", [image, 1, {}])
    examiner.refuse({INVALID_ARGUMENT}, "Publish of buffer 2^32-1", PRODUCER, "Publish", "oua{sv}", [image, U32_MAX, {}])
    for generation in (0, 1, 3, U32_MAX):
        examiner.refuse({STALE_GENERATION}, f"ReplaceBuffers with generation {generation}", PRODUCER, "ReplaceBuffers",
                        "ou" + BUFFERS, [image, generation, [one_plane()]], [fd])
    examiner.refuse({STALE_GENERATION}, "AddBuffers with generation 2", PRODUCER, "AddBuffers", "ou" + BUFFERS,
                    [image, 2, [one_plane()]], [fd])
    examiner.refuse({INVALID_ARGUMENT}, "OpenImage with access to everything", CONSUMER, "OpenImage", "oa{sv}",
                    [image, {"access": ("s", "everything")}])
    examiner.refuse({INVALID_ARGUMENT}, "OpenImage with access of a wrong type", CONSUMER, "OpenImage", "oa{sv}",
                    [image, {"access": ("u", 1)}])
    examiner.refuse({INVALID_ARGS}, "OpenImage with a wrong signature", CONSUMER, "OpenImage", "os", [image, "x"])


def main():
    bus = Portal()
    session, fd = bus.register(), sealed_memfd()
    image = bus.advertise_one()
    before = bus.images()
    examiner = Examiner(bus)
    examine_layouts(examiner, session, fd)
    examine_shared_memory(examiner, session)
    examine_remote_descriptors(examiner, session)
    examine_options(examiner, session, fd)
    examine_handles(examiner, fd)
    examine_images(examiner, image, fd)
    report(sent=examiner.sent, answered=examiner.answered, changed=int(bus.images() != before), wrong=examiner.wrong)


if __name__ == "__main__":
    main()
