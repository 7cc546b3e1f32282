package org.vitrine.broker.boot;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.vitrine.api.Limits;
import org.vitrine.api.dbus.BusName;
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
        int imagesPerProducer,
        int descriptorsPerPeer,
        int pendingRequests,
        int pendingRequestsPerApp) {
    BrokerSettings settings() {
        return new BrokerSettings(
                bus == null ? standardBus() : bus,
                new BusName(portalName),
                new BusName(adminName),
                rules == null ? List.of() : rules.stream().map(Path::of).toList(),
                limits(),
                system,
                adminGroup == null
                        ? OptionalLong.empty()
                        : OptionalLong.of(GroupFile.ofSystem().gid(adminGroup)));
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
