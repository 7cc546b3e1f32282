package org.vitrine.broker.boot;

import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.context.exceptions.DependencyInjectionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.api.error.VitrineException;

/**
 * Words why a broker could not start.
 *
 * @param code how the program ends
 * @param text what is wrong and what to do, for the person who started it
 */
record Failure(ExitCode code, String text) {
    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

    static Failure of(RuntimeException e) {
        return switch (rootOf(e)) {
            case VitrineException known -> ofKnown(known);
            case ConfigurationException wrong -> wrongSetting(wrong);
            case DependencyInjectionException wrong -> wrongSetting(wrong);
            case IllegalArgumentException wrong -> wrongSetting(wrong);
            default -> {
                LOG.error("The broker could not start", e);
                yield new Failure(ExitCode.SOFTWARE, "this is a bug, the log above has the details");
            }
        };
    }

    private static Failure ofKnown(VitrineException e) {
        return switch (e.name()) {
            case FAILED -> new Failure(ExitCode.CONFIGURATION, e.text());
            case EXISTS ->
                new Failure(
                        ExitCode.UNAVAILABLE,
                        "a name is taken: stop the other broker, or choose names with --portal-name and --admin-name");
            default ->
                new Failure(
                        ExitCode.UNAVAILABLE,
                        e.text() + ": start it within a session, under dbus-run-session, or name a bus with --bus");
        };
    }

    private static Failure wrongSetting(RuntimeException wrong) {
        String message = String.valueOf(wrong.getMessage());
        String line = message.lines()
                .filter(candidate -> candidate.contains("property value"))
                .findFirst()
                .orElse(message);
        return new Failure(ExitCode.CONFIGURATION, "a setting is wrong, see --help: " + line);
    }

    private static Throwable rootOf(Throwable e) {
        Throwable root = e;
        @Nullable Throwable cause = e.getCause();
        while (cause != null && !(root instanceof VitrineException)) {
            root = cause;
            cause = root.getCause();
        }
        return root;
    }
}
