"""A D-Bus connection that sends whatever it is told to, right or wrong.

Needs Debian's python3-jeepney, for its marshalling alone. Unlike in any D-Bus library, an h in a body is the bare index
that goes over the wire, and the descriptors of a message are given apart from it.
"""
import itertools
import os
import re
import select
import socket
import time
from collections import namedtuple

from jeepney import low_level
from jeepney.low_level import Endianness, FixedType, Header, HeaderFields, Message, MessageType

low_level.simple_types["h"] = FixedType(4, "I")

DRIVER = "org.freedesktop.DBus"
NO_REPLY_EXPECTED = 1
ALLOW_INTERACTIVE_AUTHORIZATION = 4
DEADLINE_SECONDS = 20
DESCRIPTORS_PER_MESSAGE_MAX = 16

Answer = namedtuple("Answer", "error body fds")


class Disconnected(Exception):
    """The bus closed the connection."""


class RawBus:
    """One connection. Descriptors that arrive are the caller's to close."""

    def __init__(self, pass_descriptors=True):
        self.socket = connect(os.environ["DBUS_SESSION_BUS_ADDRESS"])
        self.received = bytearray()
        self.received_fds = []
        self.serials = itertools.count(1)
        self.signals = []
        self.calls = []  # headers of what others call; a monitor sees them all
        self.answers = {}
        self._authenticate(pass_descriptors)
        self.unique_name = self.call("/", DRIVER, "Hello", destination=DRIVER).body[0]

    def _authenticate(self, pass_descriptors):
        self.socket.sendall(b"\0AUTH EXTERNAL " + str(os.getuid()).encode().hex().encode() + b"\r\n")
        self._expect_line(b"OK ")
        if pass_descriptors:
            self.socket.sendall(b"NEGOTIATE_UNIX_FD\r\n")
            self._expect_line(b"AGREE_UNIX_FD")
        self.socket.sendall(b"BEGIN\r\n")

    def _expect_line(self, start):
        line = b""
        while not line.endswith(b"\r\n"):
            line += self.socket.recv(1)
        assert line.startswith(start), line

    def close(self):
        self.socket.close()
        close_all(self.received_fds)

    # Sending

    def encode(self, kind, fields, signature="", body=(), flags=0, fd_count=0, endianness=Endianness.little):
        """Return a message's serial and its bytes."""
        fields = dict(fields)
        if signature:
            fields[HeaderFields.signature] = signature
        if fd_count:
            fields[HeaderFields.unix_fds] = fd_count
        serial = next(self.serials)
        return serial, Message(Header(endianness, kind, flags, 1, 0, serial, fields), tuple(body)).serialise()

    def encode_call(self, path, interface, member, signature="", body=(), *, destination, flags=0, fd_count=0,
                    endianness=Endianness.little):
        fields = {HeaderFields.path: path, HeaderFields.member: member, HeaderFields.destination: destination}
        if interface:
            fields[HeaderFields.interface] = interface
        return self.encode(MessageType.method_call, fields, signature, body, flags, fd_count, endianness)

    def send(self, data, fds=()):
        """Send bytes, with descriptors beside the first of them."""
        sent = socket.send_fds(self.socket, [data], fds) if fds else 0
        while sent < len(data):
            sent += self.socket.send(data[sent:sent + (1 << 20)])

    def start_call(self, path, interface, member, signature="", body=(), fds=(), **header):
        """Send a call, and return the serial to ask for its answer with."""
        serial, data = self.encode_call(path, interface, member, signature, body, fd_count=len(fds), **header)
        self.send(data, fds)
        return serial

    def call(self, path, interface, member, signature="", body=(), fds=(), seconds=DEADLINE_SECONDS, **header):
        return self.answer(self.start_call(path, interface, member, signature, body, fds, **header), seconds)

    # Receiving

    def answer(self, serial, seconds=DEADLINE_SECONDS):
        """Wait for the answer to a call; None if there is none in time."""
        end = time.monotonic() + seconds
        while serial not in self.answers:
            if not self.pump(end - time.monotonic()):
                return None
        return self.answers.pop(serial)

    def signal(self, member, seconds=DEADLINE_SECONDS):
        """Wait for a signal, and return its body; None if there is none in time."""
        end = time.monotonic() + seconds
        while True:
            for index, (name, body) in enumerate(self.signals):
                if name == member:
                    del self.signals[index]
                    return body
            if not self.pump(end - time.monotonic()):
                return None

    def pump(self, seconds):
        """Take in one more message. False if there was none in time."""
        end = time.monotonic() + seconds
        while not self._take_message():
            if not select.select([self.socket], [], [], max(0, end - time.monotonic()))[0]:
                return False
            data, fds, _, _ = socket.recv_fds(self.socket, 1 << 16, 253, socket.MSG_CMSG_CLOEXEC)
            if not data:
                raise Disconnected()
            self.received += data
            self.received_fds += fds
        return True

    def _take_message(self):
        if len(self.received) < 16:
            return False
        size = low_level.calc_msg_size(bytes(self.received[:16]))
        if len(self.received) < size:
            return False
        message = Message.from_buffer(bytes(self.received[:size]), fds=[None] * DESCRIPTORS_PER_MESSAGE_MAX)
        del self.received[:size]
        count = message.header.fields.get(HeaderFields.unix_fds, 0)
        fds, self.received_fds = self.received_fds[:count], self.received_fds[count:]
        self._sort_in(message, fds)
        return True

    def _sort_in(self, message, fds):
        fields = message.header.fields
        if message.header.message_type is MessageType.signal:
            self.signals.append((fields[HeaderFields.member], message.body))
            close_all(fds)
        elif message.header.message_type is MessageType.method_call:
            self.calls.append(message.header)
            close_all(fds)
        else:
            self.answers[fields[HeaderFields.reply_serial]] = Answer(
                fields.get(HeaderFields.error_name), message.body, fds)


def connect(address):
    kind, value = re.match(r"unix:(path|abstract)=([^,;]*)", address).groups()
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.connect(value if kind == "path" else "\0" + value)
    return connection


def close_all(fds):
    for fd in fds:
        os.close(fd)
