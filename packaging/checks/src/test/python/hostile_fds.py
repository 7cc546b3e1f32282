"""Descriptors that are not what a picture lives in: T10's zoo."""
import ctypes
import fcntl
import os
import select
import socket
import tempfile

from portal import FUTURE_WRITE, GROW, HEIGHT, SEAL, SHRINK, STRIDE, sealed_memfd

LIBC = ctypes.CDLL(None, use_errno=True)
SYS_MEMFD_SECRET = 447  # asm/unistd.h, the same number on every architecture
SYS_PIDFD_OPEN = 434
IN_CLOEXEC = TFD_CLOEXEC = SFD_CLOEXEC = os.O_CLOEXEC
MFD_HUGETLB = 4
SIZE_BYTES = STRIDE * HEIGHT


def syscall(number, *arguments):
    return checked(LIBC.syscall(number, *arguments))


def checked(fd):
    if fd < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return fd


def keep_first(fds):
    for fd in fds[1:]:
        os.close(fd)
    return fds[0]


def of_socket(made):
    return made.detach()


def memfd(flags):
    fd = os.memfd_create("zoo", flags)
    os.ftruncate(fd, SIZE_BYTES if not flags & MFD_HUGETLB else 2 << 20)
    return fd


def file_in(folder, name=None):
    """Make a file that has no name any more, in that folder."""
    path = os.path.join(folder, name) if name else tempfile.mktemp(dir=folder)
    fd = os.open(path, os.O_RDWR | os.O_CREAT)
    os.unlink(path)
    os.ftruncate(fd, SIZE_BYTES)
    return fd


def fifo():
    path = tempfile.mktemp()
    os.mkfifo(path)
    fd = os.open(path, os.O_RDWR)
    os.unlink(path)
    return fd


def epoll():
    with select.epoll() as made:
        return os.dup(made.fileno())


def signalfd():
    return checked(LIBC.signalfd(-1, ctypes.byref(ctypes.create_string_buffer(128)), SFD_CLOEXEC))


def sockets_in_flight():
    """Return one of two sockets, each of which is in the other's queue."""
    one, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    socket.send_fds(one, [b"x"], [one.fileno()])
    socket.send_fds(other, [b"x"], [other.fileno(), one.fileno()])
    other.detach()
    return one.detach()


INVALID = {
    "pipe, reading end": lambda: keep_first(os.pipe()),
    "pipe, writing end": lambda: keep_first(os.pipe()[::-1]),
    "fifo": fifo,
    "stream socket": lambda: of_socket(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)),
    "datagram socket": lambda: of_socket(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)),
    "TCP socket": lambda: of_socket(socket.socket(socket.AF_INET, socket.SOCK_STREAM)),
    "netlink socket": lambda: of_socket(socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)),
    "sockets in flight": sockets_in_flight,
    "directory": lambda: os.open("/", os.O_RDONLY | os.O_DIRECTORY),
    "/dev/zero": lambda: os.open("/dev/zero", os.O_RDWR),
    "/dev/null": lambda: os.open("/dev/null", os.O_RDWR),
    "pseudo-terminal": lambda: keep_first(os.openpty()),
    "O_PATH": lambda: os.open("/etc/passwd", os.O_PATH),
    "O_PATH directory": lambda: os.open("/tmp", os.O_PATH | os.O_DIRECTORY),
    "eventfd": lambda: os.eventfd(0),
    "epoll": epoll,
    "timerfd": lambda: checked(LIBC.timerfd_create(1, TFD_CLOEXEC)),
    "signalfd": signalfd,
    "inotify": lambda: checked(LIBC.inotify_init1(IN_CLOEXEC)),
    "pidfd": lambda: os.pidfd_open(os.getpid()),
    "proc file": lambda: os.open("/proc/self/maps", os.O_RDONLY),
    "process memory": lambda: os.open("/proc/self/mem", os.O_RDWR),
    "regular file": lambda: file_in("/var/tmp"),
    "tmpfs file": lambda: file_in("/dev/shm"),
    "file that is named like a memfd": lambda: file_in("/dev/shm", "memfd:x (deleted)"),
    "hugetlb memfd": lambda: memfd(os.MFD_ALLOW_SEALING | MFD_HUGETLB),
    "secret memory": lambda: syscall(SYS_MEMFD_SECRET, 0),
    "memfd that cannot be sealed": lambda: memfd(0),
    "memfd that cannot be sealed any more": lambda: sealed_memfd(seals=GROW | SEAL | FUTURE_WRITE),
}

UNSEALED = {
    "memfd without seals": lambda: memfd(os.MFD_ALLOW_SEALING),
    "memfd that may shrink": lambda: sealed_memfd(seals=GROW | FUTURE_WRITE),
    "memfd that may grow": lambda: sealed_memfd(seals=SHRINK | SEAL | FUTURE_WRITE),
    "memfd that takes more seals": lambda: sealed_memfd(seals=SHRINK | GROW | FUTURE_WRITE),
    "memfd that consumers could write": lambda: sealed_memfd(seals=SHRINK | GROW | SEAL),
}
