package org.vitrine.gpu.drm;

import java.lang.ref.WeakReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Remembers what is known of one handle. Guarded by the lock of its {@link GemHandles}. */
final class HeldHandle {
    private final GemHandles handles;
    private final int number;
    private final IntConsumer destroyer;
    private @Nullable Long identity;
    private int holders;
    private @Nullable WeakReference<GemHandle> object;
    private @Nullable LeakWatch watch;

    /** @param destroyer closes the kernel's handle */
    HeldHandle(GemHandles handles, int number, IntConsumer destroyer) {
        this.handles = handles;
        this.number = number;
        this.destroyer = destroyer;
    }

    /** Returns the same handle for a new object; this one's may be lost and not yet noticed. */
    HeldHandle anew() {
        return new HeldHandle(handles, number, destroyer);
    }

    GemHandle makeObject() {
        GemHandle made = new GemHandle(handles, this);
        object = new WeakReference<>(made);
        watch = LeakWatch.over(made, () -> handles.drop(this));
        holders = 1;
        return made;
    }

    @Nullable
    GemHandle object() {
        return object == null ? null : object.get();
    }

    int number() {
        return number;
    }

    IntConsumer destroyer() {
        return destroyer;
    }

    @Nullable
    Long identity() {
        return identity;
    }

    void identifyAs(long found) {
        identity = found;
    }

    boolean isHeld() {
        return holders > 0;
    }

    void requireHeld() {
        if (!isHeld()) {
            throw new IllegalStateException("The handle is closed");
        }
    }

    void addHolder() {
        holders++;
    }

    int removeHolder() {
        return --holders;
    }

    /** Frees what the object held. */
    void end() {
        LeakWatch watching = watch;
        if (watching != null) {
            watching.release();
        }
    }
}
