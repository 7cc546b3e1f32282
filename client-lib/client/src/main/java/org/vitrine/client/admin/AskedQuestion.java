package org.vitrine.client.admin;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.vitrine.api.dbus.Variant;

/**
 * Holds a question that waits for an answer.
 *
 * @param id its number, never used again
 * @param words the question in words
 * @param app the consumer's application id; empty if it could not be established
 * @param access read or write
 * @param producer the producer's application id; empty if it could not be established
 * @param title the image's title
 * @param rememberable whether an answer for longer than once is taken
 * @param longest how long a session lasts at most; empty if it has no end
 */
public record AskedQuestion(
        long id,
        Words words,
        String app,
        String access,
        String producer,
        String title,
        boolean rememberable,
        Optional<Duration> longest) {
    /**
     * Holds a question in words, which the broker made harmless for any screen.
     *
     * @param heading a few words
     * @param sentence the question as one sentence
     * @param details what else there is to know; may be empty
     */
    public record Words(String heading, String sentence, String details) {}

    static AskedQuestion of(long id, Map<String, ? extends Variant<?>> properties) {
        Values values = new Values(properties);
        long longestMs = values.number("longest_ms");
        return new AskedQuestion(
                id,
                new Words(values.text("heading"), values.text("sentence"), values.text("details")),
                values.text("app"),
                values.text("access"),
                values.text("producer"),
                values.text("title"),
                values.flag("rememberable"),
                longestMs > 0 ? Optional.of(Duration.ofMillis(longestMs)) : Optional.empty());
    }
}
