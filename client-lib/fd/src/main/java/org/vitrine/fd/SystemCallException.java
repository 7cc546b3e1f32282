package org.vitrine.fd;

/**
 * Says that the kernel refused a call, which one, and with which error number.
 *
 * <p>The text names the call and the error only: no path, no descriptor number, nothing of a peer's.
 */
public final class SystemCallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String call;
    private final int errnoValue;

    /**
     * Makes the exception.
     *
     * @param call the call's name as in section 2 of the manual, for example {@code "memfd_create"}
     * @param errnoValue the positive error number
     */
    public SystemCallException(String call, int errnoValue) {
        super(text(call, errnoValue));
        this.call = call;
        this.errnoValue = errnoValue;
    }

    private static String text(String call, int errnoValue) {
        Errno errno = Errno.ofValue(errnoValue);
        return call + ": " + (errno == Errno.UNKNOWN ? "error " + errnoValue : errno.name());
    }

    /** Returns the error's name, {@link Errno#UNKNOWN} if {@link Errno} has none. */
    public Errno errno() {
        return Errno.ofValue(errnoValue);
    }

    /** Returns the error's number, positive. */
    public int errnoValue() {
        return errnoValue;
    }

    /** Returns whether the process, or the system, can open no more descriptors: trying again later helps. */
    public boolean isExhaustion() {
        return errno() == Errno.EMFILE || errno() == Errno.ENFILE;
    }

    /** Returns the call's name. */
    public String call() {
        return call;
    }
}
