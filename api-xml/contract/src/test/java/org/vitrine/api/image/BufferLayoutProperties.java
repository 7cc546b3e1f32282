package org.vitrine.api.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.math.BigInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;
import org.vitrine.api.Limits;
import org.vitrine.api.image.LayoutCases.Case;
import org.vitrine.api.image.LayoutCases.Fd;

/** A million buffers at the edges of what is right, judged twice. */
class BufferLayoutProperties {

    private static final int CASES_A_TRY = 1_000;
    private static final LayoutOracle<Fd> ORACLE = new LayoutOracle<>(Fd::sizeBytes, Fd::storage);

    private static final LongAdder ACCEPTED = new LongAdder();
    private static final LongAdder REFUSED = new LongAdder();

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void acceptsExactlyWhatExactArithmeticAccepts(@ForAll long seed) {
        LayoutCases cases = new LayoutCases(seed);
        for (int i = 0; i < CASES_A_TRY; i++) {
            judge(cases.next());
        }
    }

    @AfterProperty
    void judgedBothKindsOften() {
        assertThat(ACCEPTED.sum()).isGreaterThan(200_000);
        assertThat(REFUSED.sum()).isGreaterThan(200_000);
        assertThat(ACCEPTED.sum() + REFUSED.sum()).isEqualTo(1_000_000);
    }

    private static void judge(Case given) {
        boolean right = ORACLE.accepts(given.raw(), given.format(), given.formatIsZero(), given.keepsEveryPixel());
        try {
            Buffer<Fd> buffer = BufferLayout.validateAgainst(
                    given.raw(), fd -> new StorageFacts(fd.sizeBytes(), fd.storage()), Limits.DEFAULTS);
            ACCEPTED.increment();
            if (!right || !buffer.toRaw().equals(given.raw())) {
                fail("Wrongly accepted: " + given);
            }
            buffer.planes().forEach(BufferLayoutProperties::judgeNarrowing);
        } catch (LayoutException refused) {
            REFUSED.increment();
            if (right) {
                fail("Wrongly refused: " + given, refused);
            }
        }
    }

    private static void judgeNarrowing(Plane<Fd> plane) {
        judgeNarrowing(plane.offsetBytes(), plane::offsetAsSignedInt);
        judgeNarrowing(plane.strideBytes(), plane::strideAsSignedInt);
    }

    private static void judgeNarrowing(long bytes, LongSupplier narrowed) {
        boolean fits = BigInteger.valueOf(bytes).bitLength() < 32;
        try {
            if (narrowed.getAsLong() != bytes || !fits) {
                fail("Wrongly narrowed: " + bytes);
            }
        } catch (ArithmeticException refused) {
            if (fits) {
                fail("Wrongly not narrowed: " + bytes, refused);
            }
        }
    }
}
