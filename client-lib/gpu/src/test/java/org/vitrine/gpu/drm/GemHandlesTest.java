package org.vitrine.gpu.drm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.OwnedFd;

@ExtendWith(LeakCheck.class)
class GemHandlesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FakeHandles kernel = new FakeHandles();
    private final GemHandles handles = new GemHandles(kernel);

    @AfterEach
    void closeObjects() {
        kernel.close();
    }

    @Test
    void givesTheSameObjectForTheSameBuffer() {
        int object = kernel.makeObject();
        GemHandle first = imported(object);
        assertThat(imported(object)).isSameAs(first);
        first.close();
        assertThat(kernel.openObjects()).as("one holds it still").containsExactly(object);
        first.close();
        assertThat(kernel.openObjects()).isEmpty();
    }

    @Test
    void givesBackItsOwnHandleForItsOwnBuffer() {
        int object = kernel.makeObject();
        try (GemHandle own = handles.take(kernel.makeHandle(object), kernel::close);
                OwnedFd exported = own.exportPrime();
                GemHandle again = handles.importPrime(exported)) {
            assertThat(again).isSameAs(own);
        }
        assertThat(kernel.openObjects()).isEmpty();
    }

    @Test
    void keepsOneOfTwoHandlesThatALegacyNameMade() {
        int object = kernel.makeObject();
        try (GemHandle first = imported(object);
                GemHandle opened = handles.takeOpened(kernel.makeHandle(object))) {
            assertThat(opened).isSameAs(first);
            assertThat(kernel.openObjects()).containsExactly(object);
            try (GemHandle again = imported(object)) {
                assertThat(again).isSameAs(first);
            }
        }
        assertThat(kernel.openObjects()).isEmpty();
    }

    @Test
    void isSpentOnceEveryHolderHasClosedIt() {
        GemHandle handle = imported(kernel.makeObject());
        assertThat(handle.isOpen()).isTrue();
        handle.close();
        assertThat(handle.isOpen()).isFalse();
        assertThatThrownBy(handle::close).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(handle::exportPrime).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void givesANewObjectAfterTheLastHolderHasClosedTheOld() {
        int object = kernel.makeObject();
        GemHandle old = imported(object);
        old.close();
        try (GemHandle fresh = imported(object)) {
            assertThat(fresh).isNotSameAs(old);
            assertThatThrownBy(old::close).isInstanceOf(IllegalStateException.class);
            assertThat(fresh.isOpen()).isTrue();
        }
    }

    @Test
    void closesNothingAnyMoreOnceTheDeviceIsClosed() {
        GemHandle handle = imported(kernel.makeObject());
        handles.close();
        assertThatThrownBy(handle::exportPrime).isInstanceOf(IllegalStateException.class);
        handle.close();
        assertThat(kernel.openObjects()).as("the kernel's to close").hasSize(1);
    }

    @Test
    void closesAHandleThatItsHolderLost() throws InterruptedException {
        int object = kernel.makeObject();
        lose(object);
        long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
        while (!isClosed() && System.nanoTime() < deadlineNanos) {
            System.gc();
            Thread.onSpinWait();
        }
        assertThat(isClosed()).isTrue();
    }

    private boolean isClosed() {
        synchronized (handles) {
            return kernel.openObjects().isEmpty();
        }
    }

    private void lose(int object) {
        assertThat(imported(object).isOpen()).isTrue();
    }

    private GemHandle imported(int object) {
        try (OwnedFd dmaBuf = kernel.dmaBuf(object)) {
            return handles.importPrime(dmaBuf);
        }
    }
}
