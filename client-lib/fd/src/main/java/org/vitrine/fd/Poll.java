package org.vitrine.fd;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.time.Duration;

/**
 * Waits for one descriptor.
 *
 * <p>Never poll a peer's descriptor that was not inspected: its {@code poll} may block in the peer. Blocks the thread,
 * up to the timeout; safe for use by many threads. Source of the layout and constants: {@code asm-generic/poll.h}.
 */
public final class Poll {
    /** Says what to wait for. An error or a peer that hangs up ends every wait. */
    public enum Event {
        /** {@code POLLIN}. A pidfd becomes readable when its process ends. */
        READABLE((short) 0x1),
        /** {@code POLLOUT}. */
        WRITABLE((short) 0x4);

        private final short bit;

        Event(short bit) {
            this.bit = bit;
        }
    }

    private static final short POLLNVAL = 0x20;
    private static final long NANOS_PER_MS = 1_000_000;
    private static final MethodHandle POLL =
            NativeCall.bind("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));

    private Poll() {}

    /**
     * Waits until the event, an error or a hang-up is there, but no longer than the timeout.
     *
     * @param timeout zero to only look; times of more than 24 days are shortened to that
     * @return false if the time ran out
     */
    public static boolean await(Fd fd, Event event, Duration timeout) {
        long deadlineNanos = System.nanoTime() + nanos(timeout);
        return NativeCall.check("poll", Descriptor.call(fd, number -> poll(number, event.bit, deadlineNanos))) > 0;
    }

    private static long nanos(Duration timeout) {
        return timeout.compareTo(Duration.ofMillis(Integer.MAX_VALUE)) > 0
                ? Integer.MAX_VALUE * NANOS_PER_MS
                : Math.max(0, timeout.toNanos());
    }

    private static int poll(int number, short events, long deadlineNanos) {
        Scratch scratch = Scratch.current();
        MemorySegment entry = scratch.memory();
        entry.set(JAVA_INT, 0, number);
        entry.set(JAVA_SHORT, 4, events);
        int result;
        do {
            long leftNanos = Math.max(0, deadlineNanos - System.nanoTime());
            int leftMs = Math.toIntExact(Math.min(Integer.MAX_VALUE, (leftNanos + NANOS_PER_MS - 1) / NANOS_PER_MS));
            result = poll(scratch, entry, leftMs);
        } while (result == -Errno.EINTR.value());
        boolean invalid = result > 0 && (entry.get(JAVA_SHORT, 6) & POLLNVAL) != 0;
        return invalid ? -Errno.EBADF.value() : result;
    }

    private static int poll(Scratch scratch, MemorySegment entry, int timeoutMs) {
        try {
            return NativeCall.result((int) POLL.invokeExact(scratch.errno(), entry, 1L, timeoutMs), scratch);
        } catch (Throwable thrown) {
            throw NativeCall.thrown(thrown);
        }
    }
}
