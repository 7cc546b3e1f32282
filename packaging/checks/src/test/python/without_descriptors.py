#!/usr/bin/python3
"""A client that cannot receive descriptors asks for some, and for the twins that have none. Usage: without_descriptors.py"""
from portal import CONSUMER, Portal, report


def main():
    producer, consumer = Portal(), Portal(pass_descriptors=False)
    image = producer.advertise_one()
    opened = consumer.open_image(image)
    described = consumer.ask(CONSUMER, "DescribeImage", "o", [image])
    consumer.must(CONSUMER, "RequestAccess", "oa{sv}", [image, {"handle_token": ("s", "ask")}])
    response, results = consumer.signal("Response")
    session = results["session_handle"][1]
    paged = consumer.ask(CONSUMER, "OpenBuffers", "ou", [session, 0])
    twin = consumer.ask(CONSUMER, "DescribeBuffers", "ou", [session, 0])
    answers = [opened, described, paged, twin]
    report(sent=len(answers), answered=sum(answer is not None for answer in answers),
           errors=[answer.error or "done" if answer else "silence" for answer in answers], width=described.body[0]["width"][1])


if __name__ == "__main__":
    main()
