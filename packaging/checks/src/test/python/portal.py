"""The portal door, as the attacks use it, and the figures that they report to the test that started them."""
import fcntl
import os

from rawbus import ALLOW_INTERACTIVE_AUTHORIZATION, DRIVER, RawBus

NAME = "org.freedesktop.portal.Vitrine"
ROOT = "/org/freedesktop/portal/vitrine"
PRODUCER = "org.vitrine.Producer1"
CONSUMER = "org.vitrine.Consumer1"
PROPERTIES = "org.freedesktop.DBus.Properties"
SESSION = "org.freedesktop.portal.Session"
BUFFERS = "a(uuuta(huu))"

INVALID_ARGS = "org.freedesktop.DBus.Error.InvalidArgs"
NOT_FOUND = "org.freedesktop.portal.Error.NotFound"
INVALID_DESCRIPTOR = "org.vitrine.Error.InvalidDescriptor"
UNSEALED_MEMORY = "org.vitrine.Error.UnsealedMemory"
INVALID_LAYOUT = "org.vitrine.Error.InvalidLayout"

XRGB8888 = int.from_bytes(b"XR24", "little")
LINEAR = 0
WIDTH, HEIGHT = 64, 48
STRIDE = WIDTH * 4

SHRINK, GROW, SEAL, FUTURE_WRITE = fcntl.F_SEAL_SHRINK, fcntl.F_SEAL_GROW, fcntl.F_SEAL_SEAL, 0x10
SHARING_SEALS = SHRINK | GROW | SEAL | FUTURE_WRITE


def report(**figures):
    """Tell the test what happened, one figure a line."""
    for name, value in figures.items():
        print(f"{name}={value}", flush=True)


def sealed_memfd(size_bytes=STRIDE * HEIGHT, seals=SHARING_SEALS):
    fd = os.memfd_create("attack", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    os.ftruncate(fd, size_bytes)
    fcntl.fcntl(fd, fcntl.F_ADD_SEALS, seals)
    return fd


def one_plane(index=0, width=WIDTH, height=HEIGHT, fourcc=XRGB8888, offset=0, stride=STRIDE):
    """Return a buffer of one plane, its descriptor being the message's index-th."""
    return (width, height, fourcc, LINEAR, [(index, offset, stride)])


class Portal(RawBus):
    """A connection that calls the portal door."""

    def start(self, interface, member, signature="", body=(), fds=(), path=ROOT, flags=0):
        return self.start_call(path, interface, member, signature, body, fds, destination=NAME, flags=flags)

    def ask(self, interface, member, signature="", body=(), fds=(), path=ROOT, flags=0):
        return self.answer(self.start(interface, member, signature, body, fds, path, flags))

    def must(self, interface, member, signature="", body=(), fds=(), path=ROOT):
        """Call what is known to work, and return the answer's body."""
        answer = self.ask(interface, member, signature, body, fds, path)
        assert answer is not None, f"{member}: no answer"
        assert answer.error is None, f"{member}: {answer.error}: {answer.body}"
        return answer.body

    def register(self):
        return self.must(PRODUCER, "RegisterProducer", "a{sv}", [{}])[0]

    def start_advertise(self, session, buffers, fds, title="Attack"):
        return self.start(PRODUCER, "Advertise", "oa{sv}" + BUFFERS, [session, {"title": ("s", title)}, buffers], fds)

    def advertise(self, session, buffers, fds, title="Attack"):
        return self.answer(self.start_advertise(session, buffers, fds, title))

    def advertise_one(self, title="Attack"):
        """Advertise a picture as a good producer does, and return its path."""
        fd = sealed_memfd()
        answer = self.advertise(self.register(), [one_plane()], [fd], title)
        os.close(fd)
        assert answer.error is None, answer
        return answer.body[0]

    def open_image(self, image):
        return self.ask(CONSUMER, "OpenImage", "oa{sv}", [image, {}], flags=ALLOW_INTERACTIVE_AUTHORIZATION)

    def images(self):
        return [path for path, _ in self.must(CONSUMER, "ListImages", "a{sv}", [{}])[0]]

    def broker_unique_name(self):
        return self.call("/", DRIVER, "GetNameOwner", "s", [NAME], destination=DRIVER).body[0]
