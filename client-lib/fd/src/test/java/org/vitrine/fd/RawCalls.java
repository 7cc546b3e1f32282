package org.vitrine.fd;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** Makes, by name and without care for speed, the calls that only tests need. */
final class RawCalls {
    private static final int CLOEXEC = 0x8_0000;
    private static final int MEMFD_SECRET = 447;

    private RawCalls() {}

    /** Calls a C function of integers; returns its result, or minus the error number. */
    static int call(String function, Object... arguments) {
        List<Object> all = new ArrayList<>();
        List<MemoryLayout> layouts = new ArrayList<>();
        Scratch scratch = Scratch.current();
        all.add(scratch.errno());
        for (Object argument : arguments) {
            all.add(argument);
            layouts.add(argument instanceof MemorySegment ? ADDRESS : argument instanceof Long ? JAVA_LONG : JAVA_INT);
        }
        FunctionDescriptor descriptor = FunctionDescriptor.of(JAVA_INT, layouts.toArray(MemoryLayout[]::new));
        try {
            return NativeCall.result((int) NativeCall.bind(function, descriptor).invokeWithArguments(all), scratch);
        } catch (Throwable thrown) {
            throw NativeCall.thrown(thrown);
        }
    }

    static OwnedFd adopt(String function, Object... arguments) {
        return RawFds.adopt(NativeCall.check(function, call(function, arguments)));
    }

    static OwnedFd eventfd() {
        return adopt("eventfd", 0, CLOEXEC);
    }

    static OwnedFd epoll() {
        return adopt("epoll_create1", CLOEXEC);
    }

    static OwnedFd inotify() {
        return adopt("inotify_init1", CLOEXEC);
    }

    static OwnedFd timerfd() {
        return adopt("timerfd_create", 1, CLOEXEC);
    }

    static OwnedFd secretMemory() {
        return adopt("syscall", (long) MEMFD_SECRET, (long) CLOEXEC);
    }

    static OwnedFd memfd(String name, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            return adopt("memfd_create", arena.allocateFrom(name), flags | MemoryCalls.MFD_CLOEXEC);
        }
    }

    static OwnedFd open(String path, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            return adopt("open", arena.allocateFrom(path), flags | CLOEXEC);
        }
    }

    /** Opens the same file once more through {@code /proc}. */
    static OwnedFd reopen(Fd fd, int flags) {
        return open("/proc/self/fd/" + RawFds.numberOf(fd), flags);
    }

    /** Returns the reading end if asked, else the writing end, of a new pipe. */
    static OwnedFd pipeEnd(boolean reading) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment numbers = arena.allocate(8, 4);
            NativeCall.check("pipe2", call("pipe2", numbers, CLOEXEC));
            OwnedFd first = RawFds.adopt(numbers.get(JAVA_INT, 0));
            OwnedFd second = RawFds.adopt(numbers.get(JAVA_INT, 4));
            (reading ? second : first).close();
            return reading ? first : second;
        }
    }
}
