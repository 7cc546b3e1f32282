"""Reads D-Bus messages in hexadecimal, one a line, and writes each as GLib understands it: little-endian, big-endian."""

import sys

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib

CAPABILITIES = Gio.DBusCapabilityFlags.UNIX_FD_PASSING


def in_order(message, order):
    message.set_byte_order(order)
    return message.to_blob(CAPABILITIES).hex()


for line in sys.stdin:
    try:
        message = Gio.DBusMessage.new_from_blob(bytes.fromhex(line), CAPABILITIES)
        message.set_num_unix_fds(0)
        print(
            in_order(message, Gio.DBusMessageByteOrder.LITTLE_ENDIAN),
            in_order(message, Gio.DBusMessageByteOrder.BIG_ENDIAN),
        )
    except GLib.Error as error:
        print("refused", error.message)
