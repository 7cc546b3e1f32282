package org.vitrine.broker.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.api.image.Modifier;

class FormatSetProperties {
    @Property
    void includesInTheIntersectionWhatBothInclude(
            @ForAll("sets") FormatSet one, @ForAll("sets") FormatSet other, @ForAll("formats") DrmFormat format) {
        assertThat(one.and(other).includes(format)).isEqualTo(one.includes(format) && other.includes(format));
        assertThat(one.and(FormatSet.ALL)).isEqualTo(one);
        assertThat(FormatSet.ALL.and(one)).isEqualTo(one);
    }

    @Property
    void isEmptyExactlyIfItIncludesNothing(@ForAll("sets") FormatSet one, @ForAll("sets") FormatSet other) {
        FormatSet both = one.and(other);
        boolean includesSomething = formats().allValues().orElseThrow().anyMatch(both::includes);
        assertThat(both.isEmpty()).isEqualTo(!includesSomething);
    }

    @Provide
    Arbitrary<FormatSet> sets() {
        Arbitrary<Map<Long, List<Long>>> maps = Arbitraries.maps(
                Arbitraries.of(1L, 2L),
                Arbitraries.of(0L, 7L).list().ofMinSize(1).ofMaxSize(2));
        return maps.map(FormatSet::of);
    }

    @Provide
    Arbitrary<DrmFormat> formats() {
        return Arbitraries.of(1, 2)
                .flatMap(code ->
                        Arbitraries.of(0L, 7L).map(bits -> new DrmFormat(new FourCc(code), new Modifier(bits))));
    }
}
