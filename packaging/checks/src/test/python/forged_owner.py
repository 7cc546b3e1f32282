#!/usr/bin/python3
"""T6: forged news that a producer has left the bus, and that one has that the broker does not know yet.

Were the second believed, the broker would forget when that connection appeared, and refuse it. Usage: forged_owner.py SIGNALS
"""
import sys

from jeepney.low_level import HeaderFields, MessageType

from portal import PRODUCER, Portal, report
from rawbus import DRIVER


def main():
    signals = int(sys.argv[1])
    attacker, victim, newcomer = Portal(), Portal(), Portal()
    broker = attacker.broker_unique_name()
    image = victim.advertise_one()
    for number in range(signals):
        fields = {HeaderFields.path: "/org/freedesktop/DBus", HeaderFields.interface: DRIVER,
                  HeaderFields.member: "NameOwnerChanged", HeaderFields.destination: broker}
        name = (victim.unique_name, broker, newcomer.unique_name)[number % 3]
        attacker.send(attacker.encode(MessageType.signal, fields, "sss", [name, name, ""])[1])
    listed = image in attacker.images()
    published = victim.ask(PRODUCER, "Publish", "oua{sv}", [image, 0, {}])
    met = newcomer.ask(PRODUCER, "RegisterProducer", "a{sv}", [{}])
    believed = not listed or published.error is not None or met.error is not None
    report(sent=signals, answered=1, believed=int(believed))


if __name__ == "__main__":
    main()
