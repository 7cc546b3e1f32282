package org.vitrine.cli;

/** Runs {@code vitrinectl}. */
public final class Main {
    private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

    private Main() {}

    /** Runs one command and exits with its code, see {@link ExitCode}. */
    public static void main(String[] args) {
        if (System.getProperty(LOG_LEVEL) == null) {
            System.setProperty(LOG_LEVEL, "off");
        }
        int code = run(Terminal.own(), args);
        System.out.flush();
        System.err.flush();
        System.exit(code);
    }

    /**
     * Runs one command within this process. {@code share} and {@code list --watch} return when their thread is
     * interrupted.
     *
     * @return the exit code
     */
    public static int run(Terminal terminal, String... args) {
        return new CommandTree(terminal).execute(args);
    }
}
