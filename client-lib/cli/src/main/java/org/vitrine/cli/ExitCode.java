package org.vitrine.cli;

/** Lists what {@code vitrinectl} may exit with. */
public final class ExitCode {
    /** Done. */
    public static final int OK = 0;
    /** The broker or a file system said no, or there is no such image. */
    public static final int REFUSED = 1;
    /** The command line makes no sense. */
    public static final int USAGE = 2;
    /** There is no broker, or no bus: {@code EX_UNAVAILABLE} of {@code sysexits.h}. */
    public static final int UNAVAILABLE = 69;

    private ExitCode() {}
}
