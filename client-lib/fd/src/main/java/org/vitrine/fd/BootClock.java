package org.vitrine.fd;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Tells the time since the system was started, sleep included: what the start of a process is measured in, field 22 of
 * {@code /proc/PID/stat} (proc_pid_stat(5)).
 *
 * <p>Nothing here blocks; safe for use by many threads. Source of the constants: {@code linux/time.h},
 * {@code unistd.h}.
 */
public final class BootClock {
    private static final int CLOCK_BOOTTIME = 7;
    private static final int SC_CLK_TCK = 2;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private static final MethodHandle CLOCK_GETTIME =
            NativeCall.bind("clock_gettime", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle SYSCONF = NativeCall.bind("sysconf", FunctionDescriptor.of(JAVA_LONG, JAVA_INT));
    private static final long TICKS_PER_SECOND = NativeCall.check("sysconf", ticksPerSecond());

    private BootClock() {}

    /**
     * Returns the time in clock ticks, of which most systems have 100 a second, rounded down as the kernel does.
     *
     * @throws SystemCallException errors of {@code clock_gettime}
     */
    public static long ticks() {
        MemorySegment time = Scratch.current().memory();
        NativeCall.check("clock_gettime", read(time));
        long seconds = time.get(JAVA_LONG, 0);
        long nanos = time.get(JAVA_LONG, Long.BYTES);
        return seconds * TICKS_PER_SECOND + nanos * TICKS_PER_SECOND / NANOS_PER_SECOND;
    }

    private static int read(MemorySegment time) {
        Scratch scratch = Scratch.current();
        try {
            return NativeCall.result((int) CLOCK_GETTIME.invokeExact(scratch.errno(), CLOCK_BOOTTIME, time), scratch);
        } catch (Throwable thrown) {
            throw NativeCall.thrown(thrown);
        }
    }

    private static long ticksPerSecond() {
        Scratch scratch = Scratch.current();
        try {
            return NativeCall.result((long) SYSCONF.invokeExact(scratch.errno(), SC_CLK_TCK), scratch);
        } catch (Throwable thrown) {
            throw NativeCall.thrown(thrown);
        }
    }
}
