package org.vitrine.client.admin;

import java.time.Instant;
import java.util.Optional;
import org.vitrine.api.dbus.generated.AdminGrants1;

/**
 * Describes what is remembered of an application and some images.
 *
 * @param app the consumer's application id
 * @param object the images, as PRODUCER/TITLE
 * @param access read or write
 * @param answer always, ask or never
 * @param persistence running (as long as the application runs) or always
 * @param times when what happened with it
 */
public record RememberedGrant(
        String app, String object, String access, String answer, String persistence, Times times) {
    /**
     * Holds times; each is empty if it is unknown, or was never.
     *
     * @param granted when it was said
     * @param used when it last let somebody in
     * @param expires when it ends
     */
    public record Times(Optional<Instant> granted, Optional<Instant> used, Optional<Instant> expires) {}

    static RememberedGrant of(AdminGrants1.ListedGrant<?> listed) {
        Values details = new Values(listed.details());
        return new RememberedGrant(
                listed.app(),
                listed.object(),
                listed.access(),
                listed.answer(),
                details.text("persistence"),
                new Times(details.time("granted"), details.time("used"), details.time("expires")));
    }
}
