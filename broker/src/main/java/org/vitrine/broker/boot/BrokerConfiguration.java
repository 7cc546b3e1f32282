package org.vitrine.broker.boot;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.vitrine.api.Limits;
import org.vitrine.api.dbus.BusName;
import org.vitrine.broker.consent.ConsentDefault;
import org.vitrine.broker.consent.ConsentSettings;
import org.vitrine.wire.BusAddresses;

/**
 * Holds the configuration as it is written; {@code application.properties} has the defaults, {@link Option} the
 * meaning.
 *
 * @param bus the bus's address; null for the session bus, or the system bus
 * @param system whether all users of this machine are served
 * @param adminGroup the name or number of the group that administers then; null for none
 * @param portalName the portal door's name
 * @param adminName the admin door's name
 * @param rules rule files; null for those in the standard places
 * @param state the folder for what is kept; null for the standard place
 * @param journal whether a journal is kept
 * @param questionSeconds how long a question stays in front of somebody
 * @param nobodyToAsk what is answered where there is nobody to ask: deny or allow
 * @param imagesPerProducer a limit
 * @param descriptorsPerPeer a limit
 * @param pendingRequests a limit
 * @param pendingRequestsPerApp a limit
 */
@ConfigurationProperties("vitrine")
public record BrokerConfiguration(
        @Nullable String bus,
        boolean system,
        @Nullable String adminGroup,
        String portalName,
        String adminName,
        @Nullable List<String> rules,
        @Nullable String state,
        boolean journal,
        int questionSeconds,
        ConsentDefault nobodyToAsk,
        int imagesPerProducer,
        int descriptorsPerPeer,
        int pendingRequests,
        int pendingRequestsPerApp) {
    BrokerSettings settings() {
        return new BrokerSettings(
                serving(),
                rules == null ? List.of() : rules.stream().map(Path::of).toList(),
                limits(),
                new Keeping(state == null ? standardState(System.getenv()) : Path.of(state), journal),
                new People(System.getenv(), consent()));
    }

    private Serving serving() {
        return new Serving(
                bus == null ? standardBus() : bus,
                new BusName(portalName),
                new BusName(adminName),
                system,
                adminGroup == null
                        ? OptionalLong.empty()
                        : OptionalLong.of(GroupFile.ofSystem().gid(adminGroup)));
    }

    private ConsentSettings consent() {
        return new ConsentSettings(
                Duration.ofSeconds(questionSeconds), nobodyToAsk, ConsentSettings.DEFAULTS.mostAskings());
    }

    /** The XDG Base Directory specification's place for a user's state, and that of systemd.exec(5) for a service's. */
    private Path standardState(Map<String, String> environment) {
        if (system) {
            return Path.of(environment.getOrDefault("STATE_DIRECTORY", "/var/lib/vitrine"));
        }
        @Nullable String configured = environment.get("XDG_STATE_HOME");
        Path home = configured == null || !configured.startsWith("/")
                ? Path.of(environment.getOrDefault("HOME", "/"), ".local/state")
                : Path.of(configured);
        return home.resolve("vitrine");
    }

    private String standardBus() {
        return system ? BusAddresses.system() : BusAddresses.session();
    }

    private Limits limits() {
        Limits usual = Limits.DEFAULTS;
        return new Limits(
                usual.planes(),
                usual.buffersPerImage(),
                usual.descriptorsPerMessage(),
                usual.bodyBytes(),
                usual.stringBytes(),
                usual.variantDepth(),
                imagesPerProducer,
                usual.grantsPerApp(),
                pendingRequestsPerApp,
                pendingRequests,
                descriptorsPerPeer,
                usual.widthPixels(),
                usual.heightPixels(),
                usual.tokenCharacters(),
                usual.titleCharacters(),
                usual.tagsPerImage());
    }
}
