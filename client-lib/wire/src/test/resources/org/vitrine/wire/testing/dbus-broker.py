#!/usr/bin/python3
"""Becomes a dbus-broker that serves one socket, with no systemd. Usage: dbus-broker.py SOCKET

dbus-broker opens no socket itself: another process, its controller, hands the listening one over and tells who may do
what. That is systemd's friend dbus-broker-launch, else, here, a child of ours, which prints the address when all is done
and ends with the broker. Everybody may do everything, as by the stock configuration of session buses. Nothing is
activated. Needs Debian's python3-jeepney, for its marshalling alone.
"""
import os
import socket
import sys

from jeepney import low_level
from jeepney.low_level import Endianness, FixedType, Header, HeaderFields, Message, MessageType

low_level.simple_types["h"] = FixedType(4, "I")

BATCH = "bta(btbs)a(btssssuutt)a(btssssuutt)"
POLICY = f"(a(u({BATCH}))a(buu({BATCH}))a(ss)bs)"
ANYBODY = 0xFFFFFFFF
FIRST = 1  # every rule has a number, and the highest one that fits decides
MESSAGE = (True, FIRST, "", "", "", "", 0, 0, 0, (1 << 64) - 1)  # allow all, with any number of descriptors
ALLOW_ALL = (True, FIRST, [(True, FIRST, True, "")], [MESSAGE], [MESSAGE])  # to connect, own, send, receive
LIMITS = [f"--max-{what}={count}" for what, count in
          {"bytes": 1 << 30, "fds": 1 << 20, "matches": 1 << 20, "objects": 1 << 20}.items()]


def add_listener():
    policy = ([(ANYBODY, ALLOW_ALL)], [], [], False, "session")
    fields = {HeaderFields.path: "/org/bus1/DBus/Broker", HeaderFields.interface: "org.bus1.DBus.Broker",
              HeaderFields.member: "AddListener", HeaderFields.signature: "ohv", HeaderFields.unix_fds: 1}
    header = Header(Endianness.little, MessageType.method_call, 0, 1, 0, 1, fields)
    return Message(header, ("/org/bus1/DBus/Listener/0", 0, (POLICY, policy))).serialise()


def read_line(connection):
    line = b""
    while not line.endswith(b"\r\n"):
        byte = connection.recv(1)
        if not byte:
            sys.exit("dbus-broker ended.")
        line += byte
    return line


def control(connection, listener):
    connection.sendall(b"\0AUTH EXTERNAL " + str(os.getuid()).encode().hex().encode() + b"\r\nNEGOTIATE_UNIX_FD\r\nBEGIN\r\n")
    assert read_line(connection).startswith(b"OK ") and read_line(connection).startswith(b"AGREE_UNIX_FD")
    socket.send_fds(connection, [add_listener()], [listener.fileno()])
    reply = Message.from_buffer(connection.recv(1 << 16))
    if reply.header.message_type is not MessageType.method_return:
        sys.exit(f"dbus-broker refuses the socket: {reply.header.fields.get(HeaderFields.error_name)}")
    listener.close()
    print("unix:path=" + sys.argv[1], flush=True)
    while connection.recv(1 << 16):
        pass  # what it tells of activation


def main():
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_NONBLOCK)
    listener.bind(sys.argv[1])
    listener.listen(128)
    ours, brokers = socket.socketpair()
    if os.fork() == 0:
        brokers.close()
        control(ours, listener)
    else:
        os.set_inheritable(brokers.fileno(), True)
        with open("/etc/machine-id") as file:
            machine_id = file.read().strip()
        os.execvp("dbus-broker", ["dbus-broker", f"--controller={brokers.fileno()}", f"--machine-id={machine_id}", *LIMITS])


if __name__ == "__main__":
    main()
