package org.vitrine.client.admin;

import java.time.Instant;
import org.vitrine.api.dbus.ObjectPath;

/**
 * Describes a live delivery of one image to one consumer.
 *
 * @param id its number
 * @param consumer who looks, or draws
 * @param imageId the image's number
 * @param access read or write
 * @param why what let the consumer in
 * @param since when it was let in
 */
public record AdminSession(long id, AdminPeer consumer, long imageId, String access, Why why, Instant since) {
    /** Returns the session's object at the admin door. */
    public ObjectPath path() {
        return AdminDoor.ROOT.child("session").child(Long.toString(id));
    }

    /** Returns the consumer's application id; empty if it could not be established. */
    public String app() {
        return consumer.app();
    }

    /**
     * Says what let a consumer in.
     *
     * @param basis rule, manifest, grant (what the user is remembered to have said) or user (was asked)
     * @param rule the rule's name; empty if it was none
     * @param ruleSource where the rule stands, as FILE:LINE; empty if it was none
     * @param grant the object of what is remembered and carries the session; empty if nothing does
     */
    public record Why(String basis, String rule, String ruleSource, String grant) {}

    static AdminSession of(ObjectPath path, Values values) {
        return new AdminSession(
                Values.serial(path),
                AdminPeer.of(values),
                values.serial("Image"),
                values.text("Access"),
                new Why(values.text("Basis"), values.text("Rule"), values.text("RuleSource"), values.text("Grant")),
                values.time("Since").orElse(Instant.EPOCH));
    }
}
