package org.vitrine.broker.grants;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.vitrine.policy.Remembered;

/**
 * Remembers what users said. Never blocks; stages complete on any thread and in the end always do, be the store slow,
 * gone or talking nonsense. Safe from any thread.
 */
public interface Grants {
    /**
     * Recalls what was said. Never fails: where the store does not answer in time or not sensibly, nothing is known,
     * and the user is asked.
     */
    CompletionStage<Optional<Remembered>> recall(GrantKey key);

    /**
     * Remembers an answer in place of what was known.
     *
     * @param persistence how long; ONCE remembers nothing
     * @return the restore token of an ALWAYS; empty for other answers. Fails with Failed if the store does, and with
     *     LimitsExceeded if the application has as much remembered as it may
     */
    CompletionStage<Optional<String>> remember(GrantKey key, Remembered.Answer answer, Persistence persistence);

    /**
     * Trades a restore token for its successor. The token stays good until the successor is traded in its turn, so that
     * a consumer that dies meanwhile loses nothing.
     *
     * @return empty if the token is not, or not any more, one of this application and these images. Never fails
     */
    CompletionStage<Optional<Restored>> restore(GrantKey key, String token);

    /** Notes that something that was remembered let somebody in, so that it does not expire by disuse. */
    void used(GrantKey key);

    /** Forgets what was to hold while an application runs: it has left the bus. */
    void appLeft(String app);

    /** Lists all that is remembered. Fails with Failed if the store does. */
    CompletionStage<List<Entry>> list();

    /** Forgets what is remembered of an application and some images; tells whether there was anything. */
    CompletionStage<Boolean> forget(String app, ImageSelector images);

    /** Forgets all of an application; tells how many entries there were. */
    CompletionStage<Integer> forgetApp(String app);

    /** Forgets everything; tells how many entries there were. */
    CompletionStage<Integer> forgetAll();

    /**
     * Tells a listener, on any thread, of each ALWAYS that is no more, whoever took it back, and of each that expired.
     * What did not change is not told of.
     */
    void listen(Consumer<GrantKey> lost);

    /**
     * A grant that was restored.
     *
     * @param persistence how long it holds
     * @param token the next token
     */
    record Restored(Persistence persistence, String token) {}

    /**
     * One thing that is remembered.
     *
     * @param key what it is about
     * @param answer what was said
     * @param persistence how long it holds
     * @param granted when it was said; empty if somebody else wrote it and did not say
     * @param used when it last let somebody in; empty if never
     * @param expires when it ends; empty if it does not
     */
    record Entry(
            GrantKey key,
            Remembered.Answer answer,
            Persistence persistence,
            Optional<Instant> granted,
            Optional<Instant> used,
            Optional<Instant> expires) {}
}
