package org.vitrine.gpu.egl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.api.image.Modifier;
import org.vitrine.api.image.Plane;
import org.vitrine.api.image.StorageFacts;
import org.vitrine.fd.Fd;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.Memfd;
import org.vitrine.fd.OpenFile;
import org.vitrine.fd.OwnedFd;

@ExtendWith(LeakCheck.class)
class ImportCheckTest {
    private static final StorageFacts STORAGE = new StorageFacts(64 * 256, "one");
    private static final FourCc COLOURS = FourCc.XRGB8888;

    private static <F> Buffer<F> buffer(FourCc fourCc, Modifier modifier, List<Plane<F>> planes) {
        return new Buffer<>(64, 64, new DrmFormat(fourCc, modifier), planes);
    }

    private static void check(FourCc fourCc, Modifier modifier, List<Plane<StorageFacts>> planes) {
        ImportCheck.checkLayout(buffer(fourCc, modifier, planes));
    }

    private static void checkPlane(Modifier modifier, long offset, long stride) {
        check(COLOURS, modifier, List.of(new Plane<>(STORAGE, offset, stride)));
    }

    @Test
    void refusesWhatIsNoDmaBuf() {
        try (OwnedFd memory = Memfd.create("picture", 64 * 256);
                OwnedFd nothing = OpenFile.open("/dev/null", Set.of())) {
            assertRefused(memory, "Make a dma-buf of it with udmabuf");
            assertRefused(nothing, "it is a device");
            Memfd.sealForSharing(memory);
            assertRefused(memory, "Plain memory can't be imported");
        }
    }

    private static void assertRefused(Fd fd, String why) {
        Buffer<Fd> buffer = buffer(COLOURS, Modifier.LINEAR, List.of(new Plane<>(fd, 0, 256)));
        assertError(() -> ImportCheck.check(buffer), ErrorName.INVALID_DESCRIPTOR)
                .hasMessageContaining(why);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertError(Runnable check, ErrorName name) {
        return assertThatThrownBy(check::run)
                .isInstanceOfSatisfying(
                        VitrineException.class, e -> assertThat(e.name()).isEqualTo(name));
    }

    @Test
    void refusesRowsThatRunIntoEachOtherWithAndWithoutModifier() {
        for (Modifier modifier : List.of(Modifier.LINEAR, Modifier.INVALID)) {
            assertThatCode(() -> checkPlane(modifier, 0, 256)).doesNotThrowAnyException();
            assertError(() -> checkPlane(modifier, 0, 255), ErrorName.INVALID_LAYOUT)
                    .hasMessageContaining("need at least 256");
        }
    }

    @Test
    void refusesWhatEndsBehindItsStorageWithAndWithoutModifier() {
        for (Modifier modifier : List.of(Modifier.LINEAR, Modifier.INVALID)) {
            assertError(() -> checkPlane(modifier, 1, 256), ErrorName.INVALID_LAYOUT);
            assertError(() -> checkPlane(modifier, 0, 257), ErrorName.INVALID_LAYOUT);
            assertError(() -> checkPlane(modifier, Plane.MAX_BYTES, Plane.MAX_BYTES), ErrorName.INVALID_LAYOUT);
        }
    }

    @Test
    void refusesUnknownFormatsAndWrongPlaneCounts() {
        Plane<StorageFacts> plane = new Plane<>(STORAGE, 0, 64);
        assertError(() -> check(FourCc.of("????"), Modifier.LINEAR, List.of(plane)), ErrorName.NOT_SUPPORTED);
        assertError(() -> check(FourCc.of("NV12"), Modifier.LINEAR, List.of(plane)), ErrorName.INVALID_LAYOUT);
        assertThatCode(() -> check(FourCc.of("NV12"), Modifier.LINEAR, List.of(plane, new Plane<>(STORAGE, 4096, 64))))
                .doesNotThrowAnyException();
    }
}
