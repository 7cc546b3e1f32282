#!/usr/bin/python3
"""Share a 64x48 XRGB8888 picture in a dma-buf of some strange kind until the input ends. Prints the image's path.

Usage: shown_dmabuf.py EXPORTER [--read-only] [--modifier NUMBER] [--name TEXT]
"""
import argparse
import os
import sys

from exporters import EXPORTERS, READ_ONLY_EXPORTERS, set_name
from portal import BUFFERS, HEIGHT, LINEAR, PRODUCER, STRIDE, WIDTH, XRGB8888, Portal


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("exporter", choices=EXPORTERS)
    parser.add_argument("--read-only", action="store_true")
    parser.add_argument("--modifier", type=lambda text: int(text, 0), default=LINEAR)
    parser.add_argument("--name", type=os.fsencode)
    options = parser.parse_args()
    if options.read_only:
        fd = READ_ONLY_EXPORTERS[options.exporter](STRIDE * HEIGHT, os.O_RDONLY)
    else:
        fd = EXPORTERS[options.exporter](STRIDE * HEIGHT)
    if options.name:
        set_name(fd, options.name)
    bus = Portal()
    buffer = (WIDTH, HEIGHT, XRGB8888, options.modifier, [(0, 0, STRIDE)])
    properties = {"title": ("s", "Strange"), "writable": ("b", True)}
    print(*bus.must(PRODUCER, "Advertise", "oa{sv}" + BUFFERS, [bus.register(), properties, [buffer]], [fd]), flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
