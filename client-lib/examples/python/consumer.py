#!/usr/bin/python3
"""Look at another program's image, with nothing of Vitrine's installed.

Needs Debian's python3-jeepney. Prints the picture's size, format and the SHA-256 of its pixels, and
writes it as a PPM file where one is named.
Usage: consumer.py [TITLE [OUT.ppm]]
"""
import errno
import fcntl
import hashlib
import mmap
import struct
import sys

from jeepney import DBusAddress, MessageFlag, new_method_call
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import unwrap_msg

XRGB8888 = int.from_bytes(b"XR24", "little")  # DRM FourCC code
LINEAR = 0  # DRM format modifier
DMA_BUF_IOCTL_SYNC, BEGIN_READING, END_READING = 0x40086200, 1, 5  # linux/dma-buf.h

PORTAL = DBusAddress(
    "/org/freedesktop/portal/vitrine", "org.freedesktop.portal.Vitrine", "org.vitrine.Consumer1")


def sync(fd, flags):
    """Make caches and GPU agree on a dma-buf. Return False for a memfd, which needs none of that."""
    try:
        fcntl.ioctl(fd, DMA_BUF_IOCTL_SYNC, struct.pack("=Q", flags))
    except OSError as error:
        if error.errno != errno.ENOTTY:
            raise
        return False
    return True


def read_rows(fd, offset, stride, row_bytes, rows):
    """Return the pixels without the padding that may follow each row."""
    is_dmabuf = sync(fd, BEGIN_READING)
    # A dma-buf is mapped shared or not at all. Not so a memfd: before Linux 6.7, F_SEAL_WRITE forbids that.
    sharing = mmap.MAP_SHARED if is_dmabuf else mmap.MAP_PRIVATE
    end = offset + stride * (rows - 1) + row_bytes
    with mmap.mmap(fd, end, sharing, mmap.PROT_READ) as memory:
        pixels = b"".join(memory[start:start + row_bytes] for start in range(offset, end, stride))
    if is_dmabuf:
        sync(fd, END_READING)
    return pixels


def write_ppm(path, width, height, pixels):
    rgb = bytearray(width * height * 3)
    for channel in range(3):  # memory holds blue, green, red, unused
        rgb[channel::3] = pixels[2 - channel::4]
    with open(path, "wb") as file:
        file.write(b"P6 %d %d 255\n" % (width, height) + rgb)


def main():
    title = sys.argv[1] if len(sys.argv) > 1 else "*"
    with open_dbus_connection("SESSION", enable_fds=True) as bus:

        def call(method, signature, *body):
            message = new_method_call(PORTAL, method, signature, body)
            message.header.flags |= MessageFlag.allow_interactive_authorization  # the user may be asked
            return unwrap_msg(bus.send_and_get_reply(message))

        (images,) = call("ListImages", "a{sv}", {"title": ("s", title)})
        if not images:
            sys.exit("There is no such image.")
        image, properties = images[0]
        _, _, buffer, _ = call("OpenImage", "oa{sv}", image, {})

    width, height, fourcc, modifier, ((fd, offset, stride),) = buffer
    if (fourcc, modifier) != (XRGB8888, LINEAR):
        sys.exit(f"Cannot read {properties['format'][1]}.")
    with fd.to_file("rb") as file:  # closes the descriptor
        pixels = read_rows(file.fileno(), offset, stride, width * 4, height)
    print(f"{width}x{height} {properties['format'][1]} {hashlib.sha256(pixels).hexdigest()}")
    if len(sys.argv) > 2:
        write_ppm(sys.argv[2], width, height, pixels)


if __name__ == "__main__":
    main()
