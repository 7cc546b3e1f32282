package org.vitrine.api.image.modifier;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ModifierTextProperties {

    @Property(tries = 10_000)
    void everyModifierIsReadAsItWasWritten(@ForAll long modifier) {
        assertThat(ModifierText.parse(ModifierText.print(modifier))).hasValue(modifier);
    }

    @Property(tries = 10_000)
    void everyVendorsModifierIsReadAsItWasWritten(@ForAll("vendorModifiers") long modifier) {
        assertThat(ModifierText.parse(ModifierText.print(modifier))).hasValue(modifier);
    }

    @Property(tries = 2_000)
    void anyTextIsReadOrRefusedWithoutAnException(@ForAll String text) {
        ModifierText.parse(text)
                .ifPresent(bits ->
                        assertThat(ModifierText.parse(ModifierText.print(bits))).hasValue(bits));
    }

    @Provide
    Arbitrary<Long> vendorModifiers() {
        Arbitrary<Long> vendors = Arbitraries.longs().between(0, 14);
        Arbitrary<Long> values = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 0x40),
                Arbitraries.longs().between(0, 0xf_ffff_ffffL),
                Arbitraries.longs().between(0, ModifierVendor.VALUE_MASK));
        return vendors.flatMap(vendor -> values.map(value -> (vendor << 56) | value));
    }
}
