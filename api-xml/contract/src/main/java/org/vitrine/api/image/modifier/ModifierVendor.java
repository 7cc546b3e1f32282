package org.vitrine.api.image.modifier;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists the vendors of DRM format modifiers: {@code DRM_FORMAT_MOD_VENDOR_*}. */
public enum ModifierVendor {
    NONE(0x00),
    INTEL(0x01),
    AMD(0x02),
    NVIDIA(0x03),
    SAMSUNG(0x04),
    QCOM(0x05),
    VIVANTE(0x06),
    BROADCOM(0x07),
    ARM(0x08),
    ALLWINNER(0x09),
    AMLOGIC(0x0a),
    MTK(0x0b),
    APPLE(0x0c);

    private static final int SHIFT = 56;
    private static final Map<Integer, ModifierVendor> BY_ID =
            Arrays.stream(values()).collect(Collectors.toMap(ModifierVendor::id, Function.identity()));

    /** The bits of a modifier that are the vendor's to define. */
    static final long VALUE_MASK = (1L << SHIFT) - 1;

    private final int id;

    ModifierVendor(int id) {
        this.id = id;
    }

    /** Returns the vendor in the top 8 bits of a modifier, or nothing if that number is not given to one. */
    public static Optional<ModifierVendor> of(long modifierBits) {
        return Optional.ofNullable(BY_ID.get((int) (modifierBits >>> SHIFT)));
    }

    /** Returns the vendor's number. */
    public int id() {
        return id;
    }

    /** Returns the modifier with this vendor and the given low 56 bits. */
    public long modifier(long value) {
        return ((long) id << SHIFT) | (value & VALUE_MASK);
    }
}
