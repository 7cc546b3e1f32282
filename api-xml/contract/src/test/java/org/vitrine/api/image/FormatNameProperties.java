package org.vitrine.api.image;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class FormatNameProperties {

    @Property(tries = 5_000)
    void everyCodeIsReadAsItWasWritten(@ForAll int code) {
        assertThat(FourCc.ofName(new FourCc(code).name()).code()).isEqualTo(code);
    }

    @Property(tries = 5_000)
    void everyCodeOfCharactersIsReadAsItWasWritten(
            @ForAll @StringLength(min = 1, max = 4) @CharRange(from = ' ', to = 'z') String text,
            @ForAll boolean bigEndian) {
        FourCc format = bigEndian ? FourCc.of(text).bigEndian() : FourCc.of(text);

        assertThat(FourCc.ofName(format.name())).isEqualTo(format);
    }

    @Property(tries = 5_000)
    void everyFormatAndModifierIsReadAsItWasWritten(@ForAll("formats") FourCc format, @ForAll long modifier) {
        DrmFormat drmFormat = new DrmFormat(format, new Modifier(modifier));

        assertThat(DrmFormat.parse(drmFormat.toString())).isEqualTo(drmFormat);
    }

    @Provide
    Arbitrary<FourCc> formats() {
        return Arbitraries.oneOf(
                Arbitraries.of(FormatTable.names()).map(FourCc::ofName),
                Arbitraries.integers().map(FourCc::new));
    }
}
