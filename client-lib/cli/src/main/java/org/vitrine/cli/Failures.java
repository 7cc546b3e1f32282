package org.vitrine.cli;

import java.io.IOException;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/** Words failures for people. */
final class Failures {
    private static final String NO_BROKER = """
            The broker is not running on this bus.
            Start it with: ./run broker""";

    private Failures() {}

    static CommandFailure of(Exception failure) {
        return switch (failure) {
            case CommandFailure ready -> ready;
            case VitrineException refused ->
                switch (refused.name()) {
                    case SERVICE_UNKNOWN, NAME_HAS_NO_OWNER -> unavailable(refused.name(), NO_BROKER);
                    case DISCONNECTED ->
                        unavailable(refused.name(), "The connection to the bus is gone.\nRun the command again.");
                    default ->
                        new CommandFailure(
                                ExitCode.REFUSED, refused.name().dbusName(), sentence(refused.text()) + hint(refused));
                };
            case IOException io -> CommandFailure.refused(String.valueOf(io.getMessage()));
            default ->
                new CommandFailure(
                        ExitCode.REFUSED,
                        "org.vitrine.ctl.Internal",
                        "vitrinectl has a bug: " + failure + "\nPlease report it with the command you ran.");
        };
    }

    static CommandFailure noBus(String address) {
        return unavailable(
                ErrorName.DISCONNECTED,
                "There is no D-Bus bus at " + address
                        + ".\nName one with --bus ADDRESS, or start one: dbus-run-session -- bash, then ./run broker &");
    }

    private static CommandFailure unavailable(ErrorName name, String text) {
        return new CommandFailure(ExitCode.UNAVAILABLE, name.dbusName(), text);
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private static String hint(VitrineException refused) {
        return switch (refused.name()) {
            case NOT_FOUND -> "\nSee what there is with: vitrinectl list";
            case NOT_ALLOWED, ACCESS_DENIED ->
                "\nThe broker's rules forbid it; whoever runs the broker can change them.";
            case PRODUCER_GONE -> "\nShare the image again.";
            case LIMITS_EXCEEDED -> "\nClose other images or sessions first.";
            case TIMEOUT, NO_REPLY -> "\nTry again; if it stays so, start the broker again.";
            default -> "";
        };
    }
}
