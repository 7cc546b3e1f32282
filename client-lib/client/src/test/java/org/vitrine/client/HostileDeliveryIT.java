package org.vitrine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractComparableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.RawBuffer;
import org.vitrine.api.image.RawPlane;
import org.vitrine.fd.Fd;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.Memfd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.Seal;

/** A consumer is handed what could crash it: it refuses, and no descriptor is left. */
@ExtendWith(LeakCheck.class)
class HostileDeliveryIT {
    @RegisterExtension
    static final PortalFixture FIXTURE = new PortalFixture();

    private static final long XR24 = 0x34325258L;
    private static final long TILED = 0x0100_0000_0000_0001L;

    private final List<OwnedFd> storages = new ArrayList<>();

    @AfterEach
    void closeStorages() {
        storages.forEach(OwnedFd::close);
    }

    @Test
    void refusesMemoryThatMayShrink() {
        refused(linear(memory(4096), 16, 16, 0, 64)).isEqualTo(ErrorName.UNSEALED_MEMORY);
    }

    @Test
    void refusesMemoryThatIsTooSmall() {
        refused(linear(sealed(1023), 16, 16, 0, 64)).isEqualTo(ErrorName.INVALID_LAYOUT);
        refused(linear(sealed(1024), 16, 16, 1, 64)).isEqualTo(ErrorName.INVALID_LAYOUT);
        refused(linear(sealed(1024), 16, 17, 0, 64)).isEqualTo(ErrorName.INVALID_LAYOUT);
    }

    @Test
    void refusesNumbersThatOverflow() {
        long most = 0xffff_ffffL;
        refused(linear(sealed(4096), most, most, most, most)).isEqualTo(ErrorName.INVALID_LAYOUT);
        refused(linear(sealed(4096), 16, 16, most, most)).isEqualTo(ErrorName.INVALID_LAYOUT);
        refused(linear(sealed(4096), 0, 16, 0, 64)).isEqualTo(ErrorName.INVALID_LAYOUT);
        refused(linear(sealed(4096), 16, 16, 0, 0)).isEqualTo(ErrorName.INVALID_LAYOUT);
    }

    @Test
    void refusesAFormatNobodyKnows() {
        Fd storage = sealed(4096);
        refused(new RawBuffer<>(16, 16, 0x21212121L, 0, List.of(new RawPlane<>(storage, 0, 64))))
                .isEqualTo(ErrorName.INVALID_LAYOUT);
    }

    @Test
    void refusesMorePlanesThanTheFormatHas() {
        Fd storage = sealed(4096);
        RawPlane<Fd> plane = new RawPlane<>(storage, 0, 64);
        refused(new RawBuffer<>(16, 16, XR24, 0, List.of(plane, plane, plane))).isEqualTo(ErrorName.INVALID_LAYOUT);
    }

    @Test
    void saysHowToReadPixelsThatAreNotLinear() {
        SharedImage shared = FIXTURE.connect().share(ImageSpec.of("Tiled", 16, 16));
        Fd storage = sealed(1 << 20);
        deliver(new RawBuffer<>(16, 16, XR24, TILED, List.of(new RawPlane<>(storage, 0, 512))));

        try (OpenedImage opened = FIXTURE.connect().open(shared.id())) {
            assertThat(opened.buffer().format().modifier().isLinear()).isFalse();
            assertThatThrownBy(opened::map).isInstanceOfSatisfying(VitrineException.class, e -> {
                assertThat(e.name()).isEqualTo(ErrorName.NOT_SUPPORTED);
                assertThat(e.text()).contains("I915_X_TILED", "LINEAR");
            });
        }
    }

    @Test
    void endsTheSessionWhoseBuffersItRefuses() throws InterruptedException {
        SharedImage shared = FIXTURE.connect().share(ImageSpec.of("Small", 16, 16));
        deliver(linear(memory(4096), 16, 16, 0, 64));

        Vitrine vitrine = FIXTURE.connect();
        assertThatThrownBy(() -> vitrine.requestAccess(shared.id(), AccessOptions.READ))
                .isInstanceOf(VitrineException.class);
        Eventually.isTrue(() -> FIXTURE.portal().sessionCount() == 0);
    }

    private AbstractComparableAssert<?, ErrorName> refused(RawBuffer<Fd> hostile) {
        Vitrine vitrine = FIXTURE.connect();
        SharedImage shared = vitrine.share(ImageSpec.of("Honest", 16, 16));
        deliver(hostile);
        VitrineException refusal = catchThrowableOfType(VitrineException.class, () -> vitrine.open(shared.id()));
        return assertThat(refusal.name());
    }

    private static void deliver(RawBuffer<Fd> buffer) {
        FIXTURE.portal().delivery = honest -> buffer;
    }

    private static RawBuffer<Fd> linear(Fd storage, long width, long height, long offset, long stride) {
        return new RawBuffer<>(width, height, XR24, 0, List.of(new RawPlane<>(storage, offset, stride)));
    }

    private Fd memory(long sizeBytes) {
        OwnedFd memory = Memfd.create("hostile", sizeBytes);
        storages.add(memory);
        return memory;
    }

    private Fd sealed(long sizeBytes) {
        Fd memory = memory(sizeBytes);
        Memfd.addSeals(memory, Set.of(Seal.SHRINK));
        return memory;
    }
}
