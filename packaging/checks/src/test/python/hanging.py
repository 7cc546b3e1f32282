#!/usr/bin/python3
"""T11, T12: descriptors that block whoever asks or closes them. Usage: hanging.py HANGFS

HANGFS is the program made from hangfs.c. The bus daemon closes what it passes on, and would hang itself: so the file whose
close hangs goes past it with AdvertiseRemote, and the broker is stopped until the daemon has closed the lingering sockets.
"""
import contextlib
import os
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time

from portal import HEIGHT, LINEAR, NAME, PRODUCER, STRIDE, WIDTH, XRGB8888, Portal, one_plane, report
from rawbus import DRIVER

OF_EACH_KIND = 4
LINGER_SECONDS = 8
WATCH_SECONDS = 2


@contextlib.contextmanager
def hanging_files(hangfs):
    """Open a file that hangs when asked, and one that hangs when closed too."""
    folder = tempfile.mkdtemp()
    daemon = subprocess.Popen([hangfs, "-f", "-o", "attr_timeout=0", folder], stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + 10
        while not os.path.ismount(folder):
            assert daemon.poll() is None and time.monotonic() < end, "The file system could not be mounted"
            time.sleep(0.01)
        names = [os.path.join(folder, name) for name in ("picture", "sticky")]
        for name in names:
            os.stat(name)  # they are known from now on, and can be opened without another question
        yield [os.open(name, os.O_RDWR) for name in names]
    finally:
        daemon.kill()  # now every wait for an answer ends
        daemon.wait()
        subprocess.run(["umount", "--lazy", folder], check=False)
        os.rmdir(folder)


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


@contextlib.contextmanager
def stopped(pid):
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


def advertise_lingering(attacker, bystander, session, listener):
    """Send sockets whose last owner is the broker, and return the calls' serials."""
    broker = bystander.call("/", DRIVER, "GetConnectionUnixProcessID", "s", [NAME], destination=DRIVER).body[0]
    serials = []
    with stopped(broker):
        for _ in range(OF_EACH_KIND):
            lingering = lingering_socket(listener)
            serials.append(attacker.start_advertise(session, [one_plane()], [lingering]))
            os.close(lingering)
        time.sleep(0.2)
        attacker.call("/", DRIVER, "GetId", destination=DRIVER)  # the daemon has dealt with what was sent before
    return serials


def start_advertise_remote(attacker, session, number):
    buffer = (WIDTH, HEIGHT, XRGB8888, LINEAR, [(number, 0, STRIDE)])
    return attacker.start(PRODUCER, "AdvertiseRemote", "oa{sv}a(uuuta(iuu))", [session, {"title": ("s", "x")}, [buffer]])


def watch(bystander):
    """Return how many calls of others are answered meanwhile, and the longest wait."""
    calls, worst_ms, end = 0, 0.0, time.monotonic() + WATCH_SECONDS
    while time.monotonic() < end:
        start = time.monotonic()
        bystander.images()
        worst_ms = max(worst_ms, (time.monotonic() - start) * 1000)
        calls += 1
    return calls, worst_ms


def main():
    attacker, bystander = Portal(), Portal()
    session = attacker.register()
    with hanging_files(sys.argv[1]) as (picture, sticky), socket.create_server(("127.0.0.1", 0)) as listener:
        serials = advertise_lingering(attacker, bystander, session, listener)
        for _ in range(OF_EACH_KIND):
            serials.append(attacker.start_advertise(session, [one_plane()], [picture]))
            serials.append(start_advertise_remote(attacker, session, sticky))
        calls, worst_ms = watch(bystander)
        answers = [attacker.answer(serial) for serial in serials]
    report(sent=len(serials), answered=sum(answer is not None for answer in answers),
           refused=sum(answer is not None and answer.error is not None for answer in answers),
           errors=sorted({answer.error for answer in answers if answer}),
           bystander_calls=calls, bystander_worst_ms=round(worst_ms, 1))


if __name__ == "__main__":
    main()
