package org.vitrine.fd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Plays random histories of descriptors among strangers' ones that nobody but their owner may touch. */
class OwnershipProperties {
    private static final int OPERATIONS = 7;

    @Property(tries = 300)
    void neverTouchesAForeignDescriptor(@ForAll @Size(max = 60) List<@IntRange(max = 9999) Integer> history) {
        FdLedger.beStrict(false);
        int before = FdLedger.openCount();
        long strangersBefore = FdLedger.closedByStrangersCount();
        try (History play = new History()) {
            history.forEach(play::step);
            play.assertSentinelsAreUntouched();
        }
        assertThat(FdLedger.openCount()).isEqualTo(before);
        assertThat(FdLedger.closedByStrangersCount()).isEqualTo(strangersBefore);
    }

    private static final class History implements AutoCloseable {
        private record Sentinel(int number, long inode, OwnedFd keeper) {}

        private final List<OwnedFd> owners = new ArrayList<>();
        private final List<BorrowedFd> borrowers = new ArrayList<>();
        private final List<Sentinel> sentinels = new ArrayList<>();

        void step(int choice) {
            int pick = choice / OPERATIONS;
            switch (choice % OPERATIONS) {
                case 0 -> owners.add(Memfd.create("mine", pick));
                case 1 -> addSentinel();
                case 2 -> onOwner(pick, OwnedFd::close);
                case 3 -> onOwner(pick, fd -> tryOn(fd, () -> owners.add(fd.steal())));
                case 4 -> onOwner(pick, fd -> tryOn(fd, () -> borrowers.add(fd.borrow())));
                case 5 -> onOwner(pick, fd -> tryOn(fd, () -> owners.add(fd.dup())));
                default -> onBorrower(pick);
            }
        }

        private void addSentinel() {
            OwnedFd keeper = Memfd.create("sentinel", 0);
            sentinels.add(
                    new Sentinel(RawFds.numberOf(keeper), FileStatus.of(keeper).inode(), keeper));
        }

        private void onOwner(int pick, Consumer<OwnedFd> action) {
            if (!owners.isEmpty()) {
                action.accept(owners.get(pick % owners.size()));
            }
        }

        private void onBorrower(int pick) {
            if (!borrowers.isEmpty()) {
                BorrowedFd fd = borrowers.get(pick % borrowers.size());
                tryOn(
                        fd,
                        () -> assertThat(sentinels)
                                .noneMatch(sentinel ->
                                        sentinel.inode() == FileStatus.of(fd).inode()));
            }
        }

        private static void tryOn(Fd fd, Runnable action) {
            if (fd.isOpen()) {
                action.run();
            } else {
                assertThatThrownBy(fd::dup).isInstanceOf(IllegalStateException.class);
                assertThatThrownBy(fd::borrow).isInstanceOf(IllegalStateException.class);
            }
        }

        void assertSentinelsAreUntouched() {
            for (Sentinel sentinel : sentinels) {
                assertThat(RawFds.numberOf(sentinel.keeper())).isEqualTo(sentinel.number());
                assertThat(FileStatus.of(sentinel.keeper()).inode()).isEqualTo(sentinel.inode());
            }
        }

        @Override
        public void close() {
            owners.stream().filter(OwnedFd::isOpen).forEach(OwnedFd::close);
            sentinels.forEach(sentinel -> sentinel.keeper().close());
        }
    }
}
