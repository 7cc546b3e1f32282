package org.vitrine.gpu.gbm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names the functions of libgbm that are used here; each is bound when first called.
 *
 * <p>Source of the signatures: {@code gbm.h} of Mesa. Pointers are passed as {@link MemorySegment}, {@code uint32_t} as
 * {@code int}, {@code uint64_t} as {@code long}.
 */
final class GbmCall {
    private static final List<GbmCall> ALL = new ArrayList<>();

    static final GbmCall CREATE_DEVICE = new GbmCall("gbm_create_device", FunctionDescriptor.of(ADDRESS, JAVA_INT));
    static final GbmCall DEVICE_DESTROY = new GbmCall("gbm_device_destroy", FunctionDescriptor.ofVoid(ADDRESS));
    static final GbmCall DEVICE_GET_BACKEND_NAME =
            new GbmCall("gbm_device_get_backend_name", FunctionDescriptor.of(ADDRESS, ADDRESS));
    static final GbmCall DEVICE_IS_FORMAT_SUPPORTED =
            new GbmCall("gbm_device_is_format_supported", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
    static final GbmCall BO_CREATE = new GbmCall(
            "gbm_bo_create", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    static final GbmCall BO_CREATE_WITH_MODIFIERS = new GbmCall(
            "gbm_bo_create_with_modifiers",
            FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
    static final GbmCall BO_CREATE_WITH_MODIFIERS2 = new GbmCall(
            "gbm_bo_create_with_modifiers2",
            FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
    static final GbmCall BO_DESTROY = new GbmCall("gbm_bo_destroy", FunctionDescriptor.ofVoid(ADDRESS));
    static final GbmCall BO_GET_PLANE_COUNT =
            new GbmCall("gbm_bo_get_plane_count", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    static final GbmCall BO_GET_MODIFIER =
            new GbmCall("gbm_bo_get_modifier", FunctionDescriptor.of(JAVA_LONG, ADDRESS));
    static final GbmCall BO_GET_STRIDE_FOR_PLANE =
            new GbmCall("gbm_bo_get_stride_for_plane", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    static final GbmCall BO_GET_OFFSET =
            new GbmCall("gbm_bo_get_offset", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    /** Answers with a {@code union gbm_bo_handle} of 64 bits. */
    static final GbmCall BO_GET_HANDLE_FOR_PLANE =
            new GbmCall("gbm_bo_get_handle_for_plane", FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_INT));

    static final GbmCall BO_GET_FD_FOR_PLANE =
            new GbmCall("gbm_bo_get_fd_for_plane", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));

    private static final MemoryLayout ERRNO = Linker.Option.captureStateLayout();

    private final String function;
    private final FunctionDescriptor descriptor;
    private volatile @Nullable MethodHandle handle;

    GbmCall(String function, FunctionDescriptor descriptor) {
        this.function = function;
        this.descriptor = descriptor;
        ALL.add(this);
    }

    /** Returns all of them. */
    static List<GbmCall> all() {
        return List.copyOf(ALL);
    }

    String function() {
        return function;
    }

    boolean isThere() {
        return GbmLibrary.get().has(function);
    }

    /** Calls a function without result. */
    void run(Object... arguments) {
        try (Arena arena = Arena.ofConfined()) {
            invoke(arena.allocate(ERRNO), arguments);
        }
    }

    int number(Object... arguments) {
        try (Arena arena = Arena.ofConfined()) {
            return (int) invoke(arena.allocate(ERRNO), arguments);
        }
    }

    long bits(Object... arguments) {
        try (Arena arena = Arena.ofConfined()) {
            return (long) invoke(arena.allocate(ERRNO), arguments);
        }
    }

    /** Calls a function that answers with a pointer, which is NULL on failure. */
    GbmPointer pointer(Object... arguments) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(ERRNO);
            MemorySegment result = (MemorySegment) invoke(errno, arguments);
            return new GbmPointer(result, errno.get(ValueLayout.JAVA_INT, 0));
        }
    }

    private Object invoke(MemorySegment errno, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(errno));
        all.addAll(List.of(arguments));
        try {
            return bound().invokeWithArguments(all);
        } catch (Error | RuntimeException e) {
            throw e;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private MethodHandle bound() {
        MethodHandle present = handle;
        if (present == null) {
            present = GbmLibrary.get().bind(function, descriptor);
            handle = present;
        }
        return present;
    }
}
