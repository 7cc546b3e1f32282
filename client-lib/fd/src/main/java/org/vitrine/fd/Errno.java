package org.vitrine.fd;

/**
 * Names the error numbers that the calls of this package meet.
 *
 * <p>Source of each value: {@code asm-generic/errno-base.h} and {@code asm-generic/errno.h} of the Linux kernel.
 */
public enum Errno {
    EPERM(1),
    ENOENT(2),
    ESRCH(3),
    EINTR(4),
    EIO(5),
    ENXIO(6),
    EBADF(9),
    EAGAIN(11),
    ENOMEM(12),
    EACCES(13),
    EFAULT(14),
    EBUSY(16),
    EEXIST(17),
    EXDEV(18),
    ENODEV(19),
    ENOTDIR(20),
    EISDIR(21),
    EINVAL(22),
    ENFILE(23),
    EMFILE(24),
    ENOTTY(25),
    ETXTBSY(26),
    EFBIG(27),
    ENOSPC(28),
    ESPIPE(29),
    EROFS(30),
    EPIPE(32),
    ERANGE(34),
    ENAMETOOLONG(36),
    ENOSYS(38),
    ELOOP(40),
    ETIME(62),
    EOVERFLOW(75),
    ENOTSOCK(88),
    EMSGSIZE(90),
    EOPNOTSUPP(95),
    ECONNRESET(104),
    ENOBUFS(105),
    ENOTCONN(107),
    ETOOMANYREFS(109),
    ETIMEDOUT(110),
    ECONNREFUSED(111),
    ESTALE(116),
    /** A number that this list lacks; {@link SystemCallException#errnoValue()} has it. */
    UNKNOWN(0);

    private final int value;

    Errno(int value) {
        this.value = value;
    }

    /** Returns the kernel's number, positive; 0 for {@link #UNKNOWN}. */
    public int value() {
        return value;
    }

    /** Finds the name of a positive error number, or {@link #UNKNOWN}. */
    public static Errno ofValue(int value) {
        for (Errno errno : values()) {
            if (errno.value == value) {
                return errno;
            }
        }
        return UNKNOWN;
    }
}
