package org.vitrine.gpu.drm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.NeedsTestVm;
import org.vitrine.fd.OwnedFd;

/** Plays random histories against the real kernel, as {@link GemHandlesProperties} does against a fake one. */
@NeedsTestVm
@ExtendWith(LeakCheck.class)
class GemHandlesVmIT {
    private static final DumbSize SIZE = new DumbSize(32, 32, 32);
    private static final int STEPS = 400;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aBufferHasOneHandleWhileSomebodyHoldsIt(long seed) {
        try (DrmDevice maker = TestDevices.primary(TestDevices.VIRTIO_GPU);
                DrmDevice device = TestDevices.primary(TestDevices.VIRTIO_GPU)) {
            History history = new History(maker, device, new Random(seed));
            for (int i = 0; i < STEPS; i++) {
                history.step();
            }
            history.closeAll();
        }
    }

    private static final class History {
        private record Holder(long inode, GemHandle handle) {}

        private final DrmDevice device;
        private final Random random;
        private final List<DumbBuffer> foreign = new ArrayList<>();
        private final List<FlinkName> names = new ArrayList<>();
        private final List<Holder> holders = new ArrayList<>();

        History(DrmDevice maker, DrmDevice device, Random random) {
            this.device = device;
            this.random = random;
            for (int i = 0; i < 3; i++) {
                DumbBuffer buffer = DumbBuffer.create(maker, SIZE);
                foreign.add(buffer);
                names.add(TestRequests.giveLegacyName(maker, buffer.handle()));
            }
        }

        void step() {
            switch (random.nextInt(5)) {
                case 0 -> hold(imported(foreign.get(random.nextInt(3)).exportPrime()));
                case 1 -> hold(names.get(random.nextInt(3)).open(device));
                case 2 -> hold(DumbBuffer.create(device, SIZE).handle());
                case 3 -> reimport();
                default -> closeOne();
            }
            assertOneHandleForEachBuffer();
        }

        private void reimport() {
            if (!holders.isEmpty()) {
                hold(imported(any().handle().exportPrime()));
            }
        }

        private Holder any() {
            return holders.get(random.nextInt(holders.size()));
        }

        private void closeOne() {
            if (!holders.isEmpty()) {
                Holder holder = any();
                holders.remove(holder);
                holder.handle().close();
            }
        }

        private GemHandle imported(OwnedFd dmaBuf) {
            try (dmaBuf) {
                return device.importPrime(dmaBuf);
            }
        }

        private void hold(GemHandle handle) {
            holders.add(new Holder(inode(handle), handle));
        }

        /** Fails if the kernel's handle was closed under a holder. */
        private static long inode(GemHandle handle) {
            try (OwnedFd exported = handle.exportPrime()) {
                return TestDevices.inode(exported);
            }
        }

        private void assertOneHandleForEachBuffer() {
            Map<Long, GemHandle> handleOfBuffer = new HashMap<>();
            for (Holder holder : holders) {
                assertThat(handleOfBuffer.computeIfAbsent(holder.inode(), _ -> holder.handle()))
                        .isSameAs(holder.handle());
            }
            if (!holders.isEmpty()) {
                Holder one = any();
                assertThat(inode(one.handle())).isEqualTo(one.inode());
            }
        }

        void closeAll() {
            while (!holders.isEmpty()) {
                closeOne();
            }
            foreign.forEach(DumbBuffer::close);
        }
    }
}
