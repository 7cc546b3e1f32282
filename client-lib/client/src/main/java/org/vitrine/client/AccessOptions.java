package org.vitrine.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.fd.Fd;

/**
 * Says what kind of access is wanted.
 *
 * @param access to look, or to draw
 * @param reason shown to the user who is asked; may be empty
 * @param formats the formats that the consumer can take; any if empty
 * @param remembering what is to be remembered of a yes, and the token of what is remembered already
 */
public record AccessOptions(Access access, String reason, List<DrmFormat> formats, Remembering remembering) {
    /** Look at the image, whatever its format. */
    public static final AccessOptions READ = new AccessOptions(Access.READ, "", List.of());

    public AccessOptions {
        Objects.requireNonNull(access);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(remembering);
        formats = List.copyOf(formats);
    }

    /** Makes options under which nothing is remembered. */
    public AccessOptions(Access access, String reason, List<DrmFormat> formats) {
        this(access, reason, formats, Remembering.NOTHING);
    }

    /** Returns the same with a reason. */
    public AccessOptions because(String otherReason) {
        return new AccessOptions(access, otherReason, formats, remembering);
    }

    /** Returns the same for certain formats. */
    public AccessOptions inFormats(List<DrmFormat> others) {
        return new AccessOptions(access, reason, others, remembering);
    }

    /** Returns the same with a wish of how long a yes is to be remembered; the user has the last word. */
    public AccessOptions remembered(Persistence persistence) {
        return new AccessOptions(access, reason, formats, new Remembering(persistence, remembering.restoreToken()));
    }

    /** Returns the same with the token of what is remembered already. */
    public AccessOptions restoring(String restoreToken) {
        return new AccessOptions(
                access, reason, formats, new Remembering(remembering.persistence(), Optional.of(restoreToken)));
    }

    Map<String, Variant<Fd>> options() {
        Map<String, Variant<Fd>> options = new LinkedHashMap<>();
        options.put("access", Variant.of("s", access.word()));
        if (!reason.isEmpty()) {
            options.put("reason", Variant.of("s", reason));
        }
        if (!formats.isEmpty()) {
            options.put("formats", Variant.of("a(uat)", offers()));
        }
        return options;
    }

    /** The formats as {@code a(uat)}: each FourCC once, with its modifiers. */
    private List<List<Object>> offers() {
        Map<Long, List<Long>> modifiers = new LinkedHashMap<>();
        for (DrmFormat format : formats) {
            long fourCc = Integer.toUnsignedLong(format.fourCc().code());
            modifiers
                    .computeIfAbsent(fourCc, first -> new ArrayList<>())
                    .add(format.modifier().bits());
        }
        List<List<Object>> offers = new ArrayList<>();
        modifiers.forEach((fourCc, bits) -> offers.add(List.of(fourCc, bits)));
        return offers;
    }
}
