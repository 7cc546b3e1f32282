package org.vitrine.gpu.drm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.vitrine.fd.FdLedger;
import org.vitrine.fd.OwnedFd;

/** Plays random histories of a few buffers, and compares with a model that merely counts holders. */
class GemHandlesProperties {
    private static final int OBJECTS = 3;
    private static final int OPERATIONS = 5;

    @Property(tries = 500)
    void aBufferHasOneHandleWhileSomebodyHoldsIt(@ForAll @Size(max = 80) List<@IntRange(max = 9999) Integer> history) {
        int before = FdLedger.openCount();
        try (History play = new History()) {
            history.forEach(play::step);
            play.closeHolders();
        }
        assertThat(FdLedger.openCount()).isEqualTo(before);
    }

    /** Each holder is one that was given out and not closed; the model is that list. */
    private static final class History implements AutoCloseable {
        private record Holder(int object, GemHandle handle) {}

        private final FakeHandles kernel = new FakeHandles();
        private final GemHandles handles = new GemHandles(kernel);
        private final List<Holder> holders = new ArrayList<>();

        History() {
            for (int i = 0; i < OBJECTS; i++) {
                kernel.makeObject();
            }
        }

        void step(int choice) {
            int pick = choice / OPERATIONS;
            int object = pick % OBJECTS;
            switch (choice % OPERATIONS) {
                case 0 -> add(object, imported(kernel.dmaBuf(object)));
                case 1 -> add(object, handles.takeOpened(kernel.makeHandle(object)));
                case 2 -> makeOwn();
                case 3 -> reimport(pick);
                default -> closeOne(pick);
            }
            assertAsTheModelSays();
        }

        private void makeOwn() {
            int object = kernel.makeObject();
            add(object, handles.take(kernel.makeHandle(object), kernel::close));
        }

        private void reimport(int pick) {
            if (!holders.isEmpty()) {
                Holder holder = holders.get(pick % holders.size());
                add(holder.object(), imported(holder.handle().exportPrime()));
            }
        }

        private void closeOne(int pick) {
            if (!holders.isEmpty()) {
                holders.remove(pick % holders.size()).handle().close();
            }
        }

        private GemHandle imported(OwnedFd dmaBuf) {
            try (dmaBuf) {
                return handles.importPrime(dmaBuf);
            }
        }

        private void add(int object, GemHandle handle) {
            holders.add(new Holder(object, handle));
        }

        private void assertAsTheModelSays() {
            Map<Integer, GemHandle> handleOfObject = new HashMap<>();
            for (Holder holder : holders) {
                GemHandle same = handleOfObject.computeIfAbsent(holder.object(), _ -> holder.handle());
                assertThat(holder.handle()).isSameAs(same);
                assertThat(holder.handle().isOpen()).isTrue();
            }
            assertThat(kernel.openObjects())
                    .containsExactlyElementsOf(
                            handleOfObject.keySet().stream().sorted().toList());
        }

        void closeHolders() {
            while (!holders.isEmpty()) {
                closeOne(0);
                assertAsTheModelSays();
            }
        }

        @Override
        public void close() {
            kernel.close();
        }
    }
}
