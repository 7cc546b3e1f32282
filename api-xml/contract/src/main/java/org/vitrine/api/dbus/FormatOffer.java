package org.vitrine.api.dbus;

import java.util.List;

/**
 * Name a DRM format with the modifiers that its owner can take: D-Bus {@code (uat)}.
 *
 * @param fourCc the FourCC code of {@code drm_fourcc.h}, 0 to 4294967295
 * @param modifiers 64 bits each, best first
 */
public record FormatOffer(long fourCc, List<Long> modifiers) {
    private static final TypeSignature SIGNATURE = new TypeSignature("uat");

    public FormatOffer {
        modifiers = List.copyOf(modifiers);
    }

    /**
     * Read a struct.
     *
     * @throws org.vitrine.api.error.VitrineException INVALID_ARGS if it has another shape
     */
    public static FormatOffer fromStruct(List<Object> struct) {
        BodyReader reader = BodyReader.of(SIGNATURE, struct);
        return new FormatOffer(reader.value(0), reader.value(1));
    }

    /** Write a struct. */
    public List<Object> toStruct() {
        return List.of(fourCc, modifiers);
    }
}
