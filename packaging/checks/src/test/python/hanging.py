#!/usr/bin/python3
"""T11, T12: descriptors that block whoever asks or closes them. Usage: hanging.py HANGFS

HANGFS is the program made from hangfs.c: a file system whose file answers no question and no close.
"""
import os
import socket
import struct
import subprocess
import sys
import tempfile
import time

from portal import INVALID_DESCRIPTOR, Portal, one_plane, report

OF_EACH_KIND = 4
LINGER_SECONDS = 8


def mount(hangfs):
    folder = tempfile.mkdtemp()
    daemon = subprocess.Popen([hangfs, "-f", "-o", "attr_timeout=0", folder], stderr=subprocess.DEVNULL)
    file = os.path.join(folder, "picture")
    end = time.monotonic() + 10
    while not os.path.ismount(folder):
        assert daemon.poll() is None and time.monotonic() < end, "The file system could not be mounted"
        time.sleep(0.01)
    return daemon, folder, os.open(file, os.O_RDWR)


def lingering_socket(listener):
    """Return a connection whose last close waits for data that nobody reads."""
    sender = socket.create_connection(listener.getsockname())
    sender.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, LINGER_SECONDS))
    sender.setblocking(False)
    try:
        while True:
            sender.send(bytes(1 << 16))
    except BlockingIOError:
        return sender.detach()


def main():
    daemon, folder, hanging = mount(sys.argv[1])
    attacker, bystander = Portal(), Portal()
    session = attacker.register()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        serials = []
        for _ in range(OF_EACH_KIND):
            lingering = lingering_socket(listener)
            serials.append(attacker.start_advertise(session, [one_plane()], [hanging]))
            serials.append(attacker.start_advertise(session, [one_plane()], [lingering]))
            os.close(lingering)  # the message has it: whoever closes that waits
        worst_ms, calls = 0.0, 0
        end = time.monotonic() + 2
        while time.monotonic() < end:
            start = time.monotonic()
            bystander.images()
            worst_ms = max(worst_ms, (time.monotonic() - start) * 1000)
            calls += 1
        answers = [attacker.answer(serial) for serial in serials]
    daemon.kill()  # now every waiting close of the file ends
    daemon.wait()
    subprocess.run(["umount", "--lazy", folder], check=False)
    os.rmdir(folder)
    report(sent=len(serials), answered=sum(answer is not None for answer in answers),
           refused=sum(answer is not None and answer.error == INVALID_DESCRIPTOR for answer in answers),
           bystander_calls=calls, bystander_worst_ms=round(worst_ms, 1))


if __name__ == "__main__":
    main()
