package org.vitrine.gpu.drm;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;

/**
 * Keeps one {@link GemHandle} for each buffer of a device, and closes the kernel's handle when its last holder has.
 *
 * <p>The kernel gives the same number for a buffer that is imported twice, or was made here, but counts nothing: one
 * {@code GEM_CLOSE} ends it for all. So holders are counted here. Buffers are known by the identity of their dma-buf,
 * which stays theirs while a handle is open, and by their number. A handle object is referred to weakly: one that was
 * lost unclosed is closed with a warning.
 *
 * <p>One lock guards all of it, calls of the kernel included, so that no import can get a number that is being closed.
 */
final class GemHandles {
    private final HandleSource source;
    private final Map<Integer, HeldHandle> byNumber = new HashMap<>();
    private final Map<Long, HeldHandle> byIdentity = new HashMap<>();
    private boolean closed;

    GemHandles(HandleSource source) {
        this.source = source;
    }

    /** Takes a handle that was just made for a new buffer. */
    synchronized GemHandle take(int number, IntConsumer destroyer) {
        return hold(new HeldHandle(this, number, destroyer));
    }

    synchronized GemHandle importPrime(Fd dmaBuf) {
        requireOpen();
        long identity = source.identity(dmaBuf);
        HeldHandle known = byIdentity.get(identity);
        if (known != null) {
            return hold(known);
        }
        int number = source.importPrime(dmaBuf);
        HeldHandle ours = byNumber.get(number);
        HeldHandle held = ours != null ? ours : new HeldHandle(this, number, source::close);
        identify(held, identity);
        return hold(held);
    }

    /** Takes a handle that the kernel made anew, though there may be one for that buffer already. */
    synchronized GemHandle takeOpened(int number) {
        long identity = identityOrClose(number);
        HeldHandle known = byIdentity.get(identity);
        if (known != null) {
            source.close(number);
            return hold(known);
        }
        HeldHandle held = new HeldHandle(this, number, source::close);
        identify(held, identity);
        return hold(held);
    }

    private long identityOrClose(int number) {
        try (OwnedFd fd = source.exportPrime(number)) {
            return source.identity(fd);
        } catch (RuntimeException e) {
            source.close(number);
            throw e;
        }
    }

    synchronized OwnedFd export(HeldHandle held) {
        held.requireHeld();
        requireOpen();
        try (OwnedFd fd = source.exportPrime(held.number())) {
            identify(held, source.identity(fd));
            return fd.steal();
        }
    }

    /** Lets one holder go; the last one's going closes the handle. */
    synchronized void release(HeldHandle held) {
        held.requireHeld();
        if (held.removeHolder() == 0) {
            held.end();
        }
    }

    /** Closes the kernel's handle, unless another object has taken over or the device is closed. */
    synchronized void drop(HeldHandle held) {
        if (!byNumber.remove(held.number(), held)) {
            return;
        }
        Long identity = held.identity();
        if (identity != null) {
            byIdentity.remove(identity, held);
        }
        if (!closed) {
            destroy(held);
        }
    }

    private static void destroy(HeldHandle held) {
        try {
            held.destroyer().accept(held.number());
        } catch (DeviceGoneException itsHandlesAreGoneToo) {
            return;
        }
    }

    private GemHandle hold(HeldHandle held) {
        GemHandle present = held.object();
        if (present != null) {
            held.addHolder();
            return present;
        }
        HeldHandle fresh = held.anew();
        byNumber.put(fresh.number(), fresh);
        identify(fresh, held.identity());
        return fresh.makeObject();
    }

    private void identify(HeldHandle held, @Nullable Long identity) {
        if (identity != null) {
            held.identifyAs(identity);
            byIdentity.merge(identity, held, (old, added) -> old.number() == added.number() ? added : old);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The device is closed");
        }
    }

    /** Forgets all handles, which the kernel closes with the device. */
    synchronized void close() {
        requireOpen();
        closed = true;
    }
}
