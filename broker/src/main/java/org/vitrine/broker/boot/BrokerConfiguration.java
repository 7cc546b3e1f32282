package org.vitrine.broker.boot;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import java.nio.file.Path;
import java.util.List;
import org.vitrine.api.Limits;
import org.vitrine.api.dbus.BusName;
import org.vitrine.wire.BusAddresses;

/**
 * Holds the configuration as it is written; {@code application.properties} has the defaults, {@link Option} the
 * meaning.
 *
 * @param bus the bus's address; null for the session bus
 * @param portalName the portal door's name
 * @param adminName the admin door's name
 * @param rules rule files; null for those in the standard places
 * @param imagesPerProducer a limit
 * @param descriptorsPerPeer a limit
 * @param pendingRequests a limit
 * @param pendingRequestsPerApp a limit
 */
@ConfigurationProperties("vitrine")
public record BrokerConfiguration(
        @Nullable String bus,
        String portalName,
        String adminName,
        @Nullable List<String> rules,
        int imagesPerProducer,
        int descriptorsPerPeer,
        int pendingRequests,
        int pendingRequestsPerApp) {
    BrokerSettings settings() {
        return new BrokerSettings(
                bus == null ? BusAddresses.session() : bus,
                new BusName(portalName),
                new BusName(adminName),
                rules == null ? List.of() : rules.stream().map(Path::of).toList(),
                limits());
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
