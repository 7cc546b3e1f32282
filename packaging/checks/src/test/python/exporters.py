"""Real dma-bufs, as each exporter of the test machine makes them. Needs Linux 6.12, virtio-gpu as card0 and vgem as card1."""
import fcntl
import mmap
import os
import struct

UDMABUF_CREATE = 0x40187542  # linux/udmabuf.h
DMA_HEAP_IOCTL_ALLOC = 0xc0184800  # linux/dma-heap.h
DMA_BUF_SET_NAME_B = 0x40086201  # linux/dma-buf.h
NAME_BYTES = 32
MODE_CREATE_DUMB, MODE_MAP_DUMB = 0xc02064b2, 0xc01064b3  # drm/drm.h
PRIME_HANDLE_TO_FD, PRIME_FD_TO_HANDLE = 0xc00c642d, 0xc00c642e


def call(device, request, form, *values):
    """Make an ioctl, and return its struct as the driver left it."""
    argument = bytearray(struct.pack("=" + form, *values))
    fcntl.ioctl(device, request, argument)  # a mutable argument is written back
    return struct.unpack("=" + form, argument)


def udmabuf(size):
    memfd = os.memfd_create("pages", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    os.ftruncate(memfd, size)
    fcntl.fcntl(memfd, fcntl.F_ADD_SEALS, fcntl.F_SEAL_SHRINK)
    with open("/dev/udmabuf", "rb") as exporter:
        # A mutable argument makes Python return what the call returns.
        dmabuf = fcntl.ioctl(exporter, UDMABUF_CREATE, bytearray(struct.pack("=IIQQ", memfd, 0, 0, size)))
    os.close(memfd)
    return dmabuf


def heap(size, access=os.O_RDWR):
    with open("/dev/dma_heap/system", "rb") as device:
        return call(device, DMA_HEAP_IOCTL_ALLOC, "QIIQ", size, 0, access | os.O_CLOEXEC, 0)[1]


def dumb(card, size, access=os.O_RDWR):
    """Return a dumb buffer of one row a page, exported by PRIME."""
    with open(card, "r+b", buffering=0) as device:
        rows = size // mmap.PAGESIZE
        handle = call(device, MODE_CREATE_DUMB, "IIIIIIQ", rows, mmap.PAGESIZE // 4, 32, 0, 0, 0, 0)[4]
        return call(device, PRIME_HANDLE_TO_FD, "IIi", handle, access | os.O_CLOEXEC, 0)[2]


def write_through(card, dmabuf, size, data):
    """Write into a dma-buf by way of the DRM device that made it, whatever the descriptor is open for."""
    with open(card, "r+b", buffering=0) as device:
        handle = call(device, PRIME_FD_TO_HANDLE, "IIi", 0, 0, dmabuf)[0]
        place = call(device, MODE_MAP_DUMB, "IIQ", handle, 0, 0)[2]
        with mmap.mmap(device.fileno(), size, offset=place) as memory:
            memory[:len(data)] = data


CARDS = {"virtio_gpu": "/dev/dri/card0", "drm": "/dev/dri/card1"}
EXPORTERS = {  # what makes so many bytes, by the name that fdinfo gives the exporter
    "udmabuf": udmabuf,
    "system": heap,
    "virtio_gpu": lambda size, *access: dumb(CARDS["virtio_gpu"], size, *access),
    "drm": lambda size, *access: dumb(CARDS["drm"], size, *access),
}
READ_ONLY_EXPORTERS = {name: make for name, make in EXPORTERS.items() if name != "udmabuf"}  # those have no choice


def size_of(dmabuf):
    return os.lseek(dmabuf, 0, os.SEEK_END)


def set_name(dmabuf, name):
    """Name a dma-buf, whatever bytes are in the name."""
    fcntl.ioctl(dmabuf, DMA_BUF_SET_NAME_B, name.ljust(NAME_BYTES, b"\0"))
