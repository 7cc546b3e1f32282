package org.vitrine.broker.consent;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.vitrine.broker.access.Question;
import org.vitrine.broker.identity.Caller;
import org.vitrine.policy.Action;

/**
 * Puts questions into plain words: who wants to do what with which image of whom, for how long, and why. What comes
 * from programs stands in quotes or brackets, {@link HarmlessText harmless}; the title has none of it, since GTK's
 * backend takes the title for a printf format.
 */
public final class QuestionWords implements Wording {
    private static final int MOST_NAME = 48;
    private static final int MOST_ID = 96;
    private static final int MOST_TITLE = 80;
    private static final int MOST_REASON = 200;
    private static final String STRANGER = "program that Vitrine can't identify";

    private final Function<String, Optional<String>> names;

    /**
     * Words questions.
     *
     * @param names finds the name that people know an application by, from its id; may read files
     */
    public QuestionWords(Function<String, Optional<String>> names) {
        this.names = names;
    }

    @Override
    public PendingQuestion.Words words(Question question) {
        boolean draws = question.access() == Action.WRITE;
        return new PendingQuestion.Words(
                draws ? "Let an app draw into an image?" : "Let an app look at an image?",
                subtitle(question, draws),
                duration(question.terms().longest(), draws)
                        + reason(question.request().reason()));
    }

    private String subtitle(Question question, boolean draws) {
        return asking(question.caller())
                + (draws ? " wants to draw into the image " : " wants to look at the image ")
                + title(question.image().title())
                + " of "
                + producing(question.image().producerAppId())
                + ".";
    }

    private String asking(Caller caller) {
        return caller.appId().isEmpty() ? "A " + STRANGER + process(caller) : application(caller.appId());
    }

    private static String process(Caller caller) {
        String executable = HarmlessText.of(caller.subject().process().executable(), MOST_ID);
        if (caller.pid() == 0) {
            return executable.isEmpty() ? "" : " (" + executable + ")";
        }
        return " (process " + caller.pid() + (executable.isEmpty() ? "" : ", " + executable) + ")";
    }

    private String producing(String appId) {
        return appId.isEmpty() ? "a " + STRANGER : application(appId);
    }

    private String application(String appId) {
        String id = HarmlessText.of(appId, MOST_ID);
        return names.apply(appId)
                .map(name -> HarmlessText.of(name, MOST_NAME))
                .filter(name -> !name.isEmpty() && !name.equals(id))
                .map(name -> quoted(name) + " (" + id + ")")
                .orElse(id);
    }

    private static String title(String raw) {
        String title = HarmlessText.of(raw, MOST_TITLE);
        return title.isEmpty() ? "without a title" : quoted(title);
    }

    private static String duration(Optional<Duration> longest, boolean draws) {
        String can = draws ? "It can draw " : "It can look ";
        return can
                + longest.map(most -> "for " + span(most) + " at most, each time.")
                        .orElse("until it is done, or you stop it.");
    }

    private static String span(Duration duration) {
        long seconds = Math.max(1, duration.toSeconds());
        if (seconds % Duration.ofHours(1).toSeconds() == 0) {
            return counted(seconds / Duration.ofHours(1).toSeconds(), "hour");
        }
        if (seconds % Duration.ofMinutes(1).toSeconds() == 0) {
            return counted(seconds / Duration.ofMinutes(1).toSeconds(), "minute");
        }
        return counted(seconds, "second");
    }

    private static String counted(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }

    private static String reason(String raw) {
        String reason = HarmlessText.of(raw, MOST_REASON);
        return reason.isEmpty() ? "" : "\nWhy, in the app's own words: " + quoted(reason);
    }

    private static String quoted(String text) {
        return "“" + text + "”";
    }
}
