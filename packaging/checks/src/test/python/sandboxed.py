#!/usr/bin/python3
"""What a sandboxed app tries and sees. Usage: sandboxed.py probe IMAGE ADMIN | watch | hold IMAGE [OPTION=VALUE]...

probe  tries to open an image that it may not see, and one that does not exist, and tries all ways to the admin door, whose
       connection is ADMIN; prints each outcome
watch  prints every signal until an image is removed
hold   asks for access with these options, prints what comes of it, keeps the session until it is closed or the input ends, and
       prints how it ended
"""
import select
import sys

from portal import CONSUMER, DRIVER, NAME, ROOT, Portal, report

ADMIN_NAME = "org.vitrine.Admin"
ADMIN_ROOT = "/org/vitrine/Admin"
OBJECT_MANAGER = "org.freedesktop.DBus.ObjectManager"
UNKNOWN_IMAGE = ROOT + "/image/999999999999"
OF_CONNECTING = "NameAcquired"


def told(answer):
    return "no answer" if answer is None else (answer.error or "success", answer.body)


def image_outcomes(bus, image):
    calls = [("OpenImage", "oa{sv}", [image, {}]), ("RequestAccess", "oa{sv}", [image, {}]), ("DescribeImage", "o", [image])]
    return [told(bus.ask(CONSUMER, *call)) for call in calls]


def admin_outcome(bus, destination, path=ADMIN_ROOT):
    return told(bus.call(path, OBJECT_MANAGER, "GetManagedObjects", destination=destination))[0]


def probe(image, admin):
    bus = Portal()
    hidden, unknown = image_outcomes(bus, image), image_outcomes(bus, UNKNOWN_IMAGE)
    names = bus.call("/", DRIVER, "ListNames", destination=DRIVER).body[0]
    report(listed=len(bus.images()), hidden=[error for error, _ in hidden], told_apart=hidden != unknown,
           admin_is_named=ADMIN_NAME in names or admin in names,
           admin_by_name=admin_outcome(bus, ADMIN_NAME),
           admin_by_connection=admin_outcome(bus, admin),
           admin_by_portal_name=admin_outcome(bus, NAME),
           admin_by_portal_connection=admin_outcome(bus, bus.broker_unique_name()))


def next_signal(bus):
    while not bus.signals:
        if not bus.pump(20):
            sys.exit("No signal came.")
    return bus.signals.pop(0)


def watch():
    bus = Portal()
    listed = bus.must(CONSUMER, "ListImages", "a{sv}", [{"watch": ("b", True)}])[0]
    print("watching", len(listed), flush=True)
    member = ""
    while member != "ImageRemoved":
        member, body = next_signal(bus)
        if member != OF_CONNECTING:
            print(member, body[0], flush=True)


def request_options(words):
    pairs = [word.split("=", 1) for word in words]
    return {key: ("u", int(value)) if key == "persist_mode" else ("s", value) for key, value in pairs}


def how_it_ends(bus):
    while True:
        for member, body in bus.signals:
            if member == "Closed":
                return body[0]["reason"][1]
        if sys.stdin in select.select([bus.socket, sys.stdin], [], [])[0] and not sys.stdin.read(1):
            return "left"
        bus.pump(0)


def hold(image, *options):
    bus = Portal()
    bus.must(CONSUMER, "RequestAccess", "oa{sv}", [image, request_options(options)])
    response, results = bus.signal("Response")
    if response != 0:
        print("refused", response, results["error"][1], flush=True)
        return
    told = {key: value for key, (_, value) in results.items() if key != "session_handle"}
    print("holding", *(f"{key}={value}" for key, value in sorted(told.items())), flush=True)
    print(how_it_ends(bus), flush=True)


if __name__ == "__main__":
    {"probe": probe, "watch": watch, "hold": hold}[sys.argv[1]](*sys.argv[2:])
