#!/usr/bin/python3
"""What a program of some user gets on the system bus. Usage:

other_user.py look IMAGE                     the SHA-256 of an image's pixels, or the error's name
other_user.py admin                          "ok" if the admin door answers, or the error's name
other_user.py own NAME                       tries to own a name; prints the error's name
other_user.py send NAME INTERFACE KIND FDS   sends a call or a signal with so many descriptors to the owner of a name; prints
                                             the name of the one who answers, and the error's name
"""
import hashlib
import mmap
import os
import sys

from jeepney.low_level import HeaderFields, MessageType

from portal import CONSUMER, ROOT, Portal
from rawbus import DRIVER


class User(Portal):
    """A connection that remembers who answered last."""

    answered_by = None

    def _sort_in(self, message, fds):
        if message.header.message_type in (MessageType.method_return, MessageType.error):
            self.answered_by = message.header.fields[HeaderFields.sender]
        super()._sort_in(message, fds)


def look(image):
    answer = User().ask(CONSUMER, "OpenImage", "oa{sv}", [image, {}])
    if answer.error:
        return answer.error
    _, _, (width, height, _, _, [(_, offset, stride)]), _ = answer.body
    (fd,) = answer.fds
    with mmap.mmap(fd, os.fstat(fd).st_size, prot=mmap.PROT_READ) as pixels:
        rows = [pixels[offset + y * stride:offset + y * stride + width * 4] for y in range(height)]
    return hashlib.sha256(b"".join(rows)).hexdigest()


def admin():
    answer = User().call("/org/vitrine/Admin", "org.freedesktop.DBus.ObjectManager", "GetManagedObjects",
                         destination="org.vitrine.Admin")
    return answer.error or "ok"


def own(name):
    return User().call("/", DRIVER, "RequestName", "su", [name, 3], destination=DRIVER).error


def send(name, interface, kind, count):
    user = User()
    fields = {HeaderFields.path: ROOT, HeaderFields.interface: interface, HeaderFields.member: "Nothing",
              HeaderFields.destination: name}
    fds = [os.open("/dev/null", os.O_RDONLY) for _ in range(int(count))]
    serial, data = user.encode(MessageType[kind], fields, fd_count=len(fds))
    user.send(data, fds)
    answer = user.answer(serial, seconds=3)
    return f"{user.answered_by} {answer.error}" if answer else "nobody"


def main():
    command, *arguments = sys.argv[1:]
    print({"look": look, "admin": admin, "own": own, "send": send}[command](*arguments))


if __name__ == "__main__":
    main()
