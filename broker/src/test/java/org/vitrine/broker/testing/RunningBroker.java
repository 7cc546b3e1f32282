package org.vitrine.broker.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.vitrine.api.Limits;
import org.vitrine.broker.boot.Broker;
import org.vitrine.broker.boot.BrokerSettings;
import org.vitrine.broker.boot.Keeping;
import org.vitrine.broker.boot.People;
import org.vitrine.broker.boot.Serving;
import org.vitrine.policy.DefaultRules;

/**
 * Runs a broker within this process, under the standard names.
 *
 * <p>Takes the shipped rules alone unless others are given, so that the machine's own rule files don't matter.
 */
public final class RunningBroker implements AutoCloseable {
    /** The one rule that allows everything to everyone, in a sandbox or not. */
    public static final String ALLOW_ALL = """
            [[rule]]
            name = "everything"
            actions = ["produce", "list", "read", "write"]
            effect = "allow"
            """;

    private final Broker broker;
    private final Path rules;
    private final Path state;

    private RunningBroker(Broker broker, Path rules, Path state) {
        this.broker = broker;
        this.rules = rules;
        this.state = state;
    }

    /** Starts a broker with the shipped rules; returns once it answers. */
    public static RunningBroker start(String busAddress) {
        return start(busAddress, shippedRules(), Limits.DEFAULTS);
    }

    /** Starts a broker with {@link #ALLOW_ALL} alone; returns once it answers. */
    public static RunningBroker startAllowingAll(String busAddress) {
        return start(busAddress, ALLOW_ALL, Limits.DEFAULTS);
    }

    /** Starts a broker with the rules in a TOML text, and no others. */
    public static RunningBroker start(String busAddress, String rules, Limits limits) {
        try {
            Path file = Files.createTempFile("vitrine-rules", ".toml");
            Files.writeString(file, rules);
            Path state = Files.createTempDirectory("vitrine-state");
            Broker broker = Broker.start(new BrokerSettings(
                    Serving.oneUser(busAddress), List.of(file), limits, new Keeping(state, true), People.AGENTS));
            return new RunningBroker(broker, file, state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the text of the shipped rules. */
    public static String shippedRules() {
        try (InputStream in = DefaultRules.class.getResourceAsStream(DefaultRules.FILE)) {
            if (in == null) {
                throw new IllegalStateException("The shipped rules are not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes other rules into the broker's rule file; ReloadPolicy puts them in force. */
    public void writeRules(String toml) {
        try {
            Files.writeString(rules, toml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells when the broker has lost its bus. */
    public CompletionStage<?> lost() {
        return broker.lost();
    }

    @Override
    public void close() {
        broker.close();
        try {
            Files.deleteIfExists(rules);
            deleteState();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deleteState() throws IOException {
        try (Stream<Path> kept = Files.walk(state)) {
            for (Path one : kept.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
