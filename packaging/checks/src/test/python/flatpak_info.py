#!/usr/bin/python3
"""T27: a .flatpak-info that is something else while it is looked at. Usage: flatpak_info.py RACES HANGFS

A program in a root of its own connects again and again, while another swaps the file there: for a link to another app's, a
FIFO, a directory, a device, a huge file, one with that app twice. It may be taken for the app that it is, or be refused; never
for another, nor for a program without a sandbox. HANGFS is the program made from hangfs.c: at last, a root where looking for the file hangs.
"""
import collections
import contextlib
import ctypes
import os
import signal
import stat
import subprocess
import sys
import tempfile
import time

from portal import PRODUCER, Portal, report

OWN, OTHER = "org.example.Own", "org.example.Other"
LIBC = ctypes.CDLL(None, use_errno=True)
AT_FDCWD, RENAME_EXCHANGE = -100, 2
HANGING = 8  # twice as many as the broker has threads to look at processes with


def info(app, more=""):
    return f"[Application]\nname={app}\n{more}"


def write(path, text):
    with open(path, "w", encoding="ascii") as file:
        file.write(text)


def make_hostile(folder):
    """Make one of each kind, and return their names."""
    write(f"{folder}/other", info(OTHER))
    os.symlink("other", f"{folder}/link")
    os.mkfifo(f"{folder}/fifo")
    os.mkdir(f"{folder}/directory")
    os.mknod(f"{folder}/device", stat.S_IFCHR | 0o666, os.makedev(1, 5))  # /dev/zero
    write(f"{folder}/huge", info(OTHER, "#" * (1 << 17)))
    write(f"{folder}/twice", info(OWN, f"name={OTHER}\n"))
    return ["link", "fifo", "directory", "device", "huge", "twice"]


def swap_for_ever(folder, names):
    """Exchange the file for each of the others and back, so that there is always one by its name."""
    real = f"{folder}/.flatpak-info".encode()
    while True:
        for name in names:
            other = f"{folder}/{name}".encode()
            for _ in range(2):
                assert LIBC.renameat2(AT_FDCWD, real, AT_FDCWD, other, RENAME_EXCHANGE) == 0
                time.sleep(0.0002)


@contextlib.contextmanager
def child(function, *arguments):
    number = os.fork()
    if number == 0:
        function(*arguments)
        os._exit(1)
    try:
        yield
    finally:
        os.kill(number, signal.SIGKILL)
        os.waitpid(number, 0)


def connect_from(root, orders, answers):
    """In a root of one's own, connect and call whenever told to, and say how one is known to the bus, and the error."""
    bus_folder, bus = os.environ["DBUS_SESSION_BUS_ADDRESS"].split(",")[0].removeprefix("unix:path=").rsplit("/", 1)
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={bus}"
    os.chdir(bus_folder)  # where one stays
    os.chroot(root)
    kept = []
    while os.read(orders, 1):
        portal = Portal()
        kept[:] = [portal]
        answer = portal.ask(PRODUCER, "RegisterProducer", "a{sv}", [{}])
        os.write(answers, f"{portal.unique_name} {answer.error if answer else 'no-answer'}\n".encode())
    os._exit(0)


def read_line(pipe):
    line = b""
    while not line.endswith(b"\n"):
        line += os.read(pipe, 1)
    return line.decode().strip()


def known_as(admin, unique_name):
    """Return the application that the broker takes a producer for; None where it has none of that name."""
    objects = admin.call("/org/vitrine/Admin", "org.freedesktop.DBus.ObjectManager", "GetManagedObjects",
                         destination="org.vitrine.Admin").body[0]
    for interfaces in objects.values():
        properties = interfaces.get("org.vitrine.AdminProducer1", {})
        if properties.get("BusName", ("s", ""))[1] == unique_name:
            return properties["App"][1]
    return None


def race(races, admin):
    outcomes = collections.Counter()
    with tempfile.TemporaryDirectory() as root:
        names = make_hostile(root)
        write(f"{root}/.flatpak-info", info(OWN))
        orders, answers = os.pipe(), os.pipe()
        with child(connect_from, root, orders[0], answers[1]), child(swap_for_ever, root, names):
            for _ in range(races):
                os.write(orders[1], b"g")
                unique_name, error = read_line(answers[0]).split(" ")
                outcomes[known_as(admin, unique_name) if error == "None" else error] += 1
    return outcomes


@contextlib.contextmanager
def hanging_root(hangfs):
    """Mount a root in which nobody who looks for the file gets an answer."""
    with tempfile.TemporaryDirectory() as root:
        daemon = subprocess.Popen([hangfs, "-f", root], stderr=subprocess.DEVNULL)
        try:
            end = time.monotonic() + 10
            while not os.path.ismount(root):
                assert daemon.poll() is None and time.monotonic() < end, "The file system could not be mounted"
                time.sleep(0.01)
            yield root
        finally:
            daemon.kill()  # now every wait for an answer ends
            daemon.wait()
            subprocess.run(["umount", "--lazy", root], check=False)


def hang(hangfs):
    """Return how many were refused whose file hangs, and how many others were answered meanwhile."""
    orders, answers = os.pipe(), os.pipe()
    with hanging_root(hangfs) as root, contextlib.ExitStack() as children:
        for _ in range(HANGING):
            children.enter_context(child(connect_from, root, orders[0], answers[1]))
        os.write(orders[1], b"g" * HANGING)
        end, bystanders = time.monotonic() + 3, 0
        while time.monotonic() < end:
            bystander = Portal()
            bystanders += bystander.images() is not None
            bystander.close()
        refused = [read_line(answers[0]) for _ in range(HANGING)]
    return sum("AccessDenied" in text for text in refused), bystanders


def main():
    races, admin = int(sys.argv[1]), Portal()
    outcomes = race(races, admin)
    refused = outcomes.pop("org.freedesktop.DBus.Error.AccessDenied", 0)
    own = outcomes.pop(OWN, 0)
    hanging_refused, bystanders = hang(sys.argv[2])
    report(sent=races, answered=races - outcomes["no-answer"], refused=refused, own=own, wrong=dict(+outcomes),
           hanging=HANGING, hanging_refused=hanging_refused, bystander_calls=bystanders)


if __name__ == "__main__":
    main()
