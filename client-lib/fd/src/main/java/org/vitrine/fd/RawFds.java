package org.vitrine.fd;

/**
 * Turns descriptor numbers into owned descriptors and back: the one door between the two.
 *
 * <p>Only {@code org.vitrine.wire} and {@code org.vitrine.gpu} pass it: sockets and drivers deal in numbers. Doesn't
 * block; safe for use by many threads.
 */
public final class RawFds {
    private RawFds() {}

    /**
     * Takes a number over. Nobody else may close it from now on.
     *
     * @param number an open descriptor, already close-on-exec
     * @return owned by the caller
     */
    public static OwnedFd adopt(int number) {
        return new OwnedFd(new Descriptor(number));
    }

    /**
     * Duplicates (close-on-exec) a number that somebody else owns and closes.
     *
     * @return owned by the caller
     * @throws SystemCallException {@link Errno#EBADF} if the number isn't open, {@link Errno#EMFILE} if none is left
     */
    public static OwnedFd dup(int number) {
        return adopt(NativeCall.check("fcntl", DescriptorCalls.dup(number)));
    }

    /**
     * Gives a descriptor up to a driver that closes its number by itself. What was borrowed from it is closed.
     *
     * @param taken spent on return, and closed if this throws
     * @return open, and owned by nobody until the driver takes it; {@link #adopt} takes it back
     * @throws IllegalStateException if it is closed, or a call is using it
     */
    public static int release(OwnedFd taken) {
        Descriptor descriptor = taken.steal().descriptor();
        try {
            return descriptor.release();
        } catch (IllegalStateException inUse) {
            descriptor.close();
            throw inUse;
        }
    }

    /**
     * Tells the number of an open descriptor. It means nothing any more once the owner closes the descriptor.
     *
     * @throws IllegalStateException if it is closed
     */
    public static int numberOf(Fd fd) {
        return Descriptor.call(fd, number -> number);
    }
}
