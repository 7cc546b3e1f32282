package org.vitrine.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.client.admin.AdminDoor;
import org.vitrine.client.admin.Taken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes back what was let. */
@Command(
        name = "revoke",
        description = "Take back what a program was let in to look at. It is told at once, and gets no further frame.",
        footer = {
            "",
            "Examples:",
            "  vitrinectl revoke 12                        a session, as vitrinectl sessions lists it",
            "  vitrinectl revoke --grant org.example.Viewer 'org.example.Camera/Front'",
            "  vitrinectl revoke --app org.example.Viewer  its sessions, and what is remembered of it",
            "  vitrinectl revoke --all --yes               everything"
        })
final class RevokeCommand implements Callable<Integer> {
    private static final String SESSION_PATH = "/org/vitrine/Admin/session/";

    private final RootCommand root;

    @Parameters(
            paramLabel = "SESSION",
            arity = "0..1",
            description = "A session's id; or the path of a session, an image or a producer at the admin door.")
    private Optional<String> session = Optional.empty();

    @Option(
            names = "--grant",
            paramLabel = "APP IMAGES",
            arity = "2",
            description = "What is remembered, as vitrinectl grants lists it, and the sessions that rest on it.")
    private List<String> grant = List.of();

    @Option(
            names = "--app",
            paramLabel = "APP",
            description = "All sessions of an application, and all that is remembered of it.")
    private Optional<String> app = Optional.empty();

    @Option(names = "--all", description = "All sessions, and all that is remembered.")
    private boolean all;

    @Option(names = "--yes", description = "Don't ask whether --all is meant.")
    private boolean yes;

    RevokeCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        long ways = Stream.of(session.isPresent(), !grant.isEmpty(), app.isPresent(), all)
                .filter(given -> given)
                .count();
        if (ways != 1) {
            throw CommandFailure.usage(
                    "Say what to take back: a SESSION, --grant, --app or --all.\nSee: vitrinectl revoke --help");
        }
        if (all && !yes && !isMeant()) {
            return ExitCode.REFUSED;
        }
        try (AdminDoor admin = root.connectAdmin()) {
            revoke(admin);
            return ExitCode.OK;
        }
    }

    private boolean isMeant() {
        if (!root.terminal().interactive()) {
            throw CommandFailure.usage("--all takes everything back.\nIf that is meant, say so with --yes");
        }
        root.terminal().err().print("Close all sessions and forget all that is remembered? [y/N] ");
        root.terminal().err().flush();
        String answer = new AnswerLines(root.terminal().in()).next().orElse("");
        return answer.strip().equalsIgnoreCase("y");
    }

    private void revoke(AdminDoor admin) {
        if (session.isPresent()) {
            revokeObject(admin, session.get());
            report(new Taken(1, 0));
        } else if (app.isPresent()) {
            report(admin.revokeApp(app.get()));
        } else if (all) {
            report(admin.revokeAll());
        } else {
            revokeGrant(admin);
            report(new Taken(0, 1));
        }
    }

    private static void revokeObject(AdminDoor admin, String text) {
        try {
            admin.revoke(new ObjectPath(text.startsWith("/") ? text : SESSION_PATH + text));
        } catch (IllegalArgumentException noPath) {
            throw CommandFailure.usage("That is no session: " + text + "\nSee what there is with: vitrinectl sessions");
        } catch (VitrineException e) {
            throw missing(e, "There is no session " + text + ".\nSee what there is with: vitrinectl sessions");
        }
    }

    private void revokeGrant(AdminDoor admin) {
        try {
            admin.revokeGrant(grant.get(0), grant.get(1));
        } catch (VitrineException e) {
            throw missing(e, "Nothing is remembered of that.\nSee what is with: vitrinectl grants");
        }
    }

    private static RuntimeException missing(VitrineException e, String text) {
        return e.name() == ErrorName.NOT_FOUND ? CommandFailure.notFound(text) : e;
    }

    private void report(Taken taken) {
        root.terminal()
                .out()
                .println(
                        root.json()
                                ? Json.object(json -> {
                                    json.writeNumberField("sessions", taken.sessions());
                                    json.writeNumberField("grants", taken.grants());
                                })
                                : sentence(taken));
    }

    private String sentence(Taken taken) {
        if (session.isPresent()) {
            return "Revoked.";
        }
        return grant.isEmpty()
                ? "Closed sessions: " + taken.sessions() + ". Forgotten grants: " + taken.grants() + "."
                : "Forgotten.";
    }
}
