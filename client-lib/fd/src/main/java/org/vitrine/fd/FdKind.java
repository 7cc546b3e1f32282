package org.vitrine.fd;

/** Names the kinds of descriptor that carry no image, with the reason that the sender is told. */
public enum FdKind {
    PATH_ONLY("opened with O_PATH, so it has no content"),
    WRITE_ONLY("opened for writing only, so it can't be mapped"),
    UNSEALABLE_MEMORY("memory that can't be sealed: a tmpfs file, or a memfd made without MFD_ALLOW_SEALING"),
    HUGE_MEMORY("a memfd of huge pages"),
    SECRET_MEMORY("memory of memfd_secret"),
    FILE("a file on a disk or a file system that another process serves"),
    DIRECTORY("a directory"),
    DEVICE("a device"),
    PIPE("a pipe"),
    SOCKET("a socket"),
    EVENTFD("an eventfd"),
    EPOLL("an epoll descriptor"),
    PIDFD("a pidfd"),
    OTHER("neither a memfd nor a dma-buf");

    private final String reason;

    FdKind(String reason) {
        this.reason = reason;
    }

    /** Says why it is refused, in words safe to send to the peer. */
    public String reason() {
        return reason;
    }
}
