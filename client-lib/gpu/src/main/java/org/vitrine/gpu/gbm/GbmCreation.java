package org.vitrine.gpu.gbm;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Modifier;
import org.vitrine.fd.Errno;

/** Asks libgbm for a buffer object, in whichever way it and the driver know. */
final class GbmCreation {
    private GbmCreation() {}

    /** Returns a buffer object that the caller destroys. The device's lock is held. */
    static MemorySegment create(MemorySegment device, GbmRequest request) {
        GbmPointer made = request.modifiers().isEmpty()
                ? createFreely(device, request, request.uses())
                : createWithModifiers(device, request);
        if (made.isNull() && request.modifiers().contains(Modifier.LINEAR)) {
            made = createFreely(device, request, linear(request.uses()));
        }
        if (made.isNull()) {
            throw refusal(request, made);
        }
        return made.address();
    }

    private static Set<GbmUse> linear(Set<GbmUse> uses) {
        Set<GbmUse> all = EnumSet.of(GbmUse.LINEAR);
        all.addAll(uses);
        return all;
    }

    private static GbmPointer createFreely(MemorySegment device, GbmRequest request, Set<GbmUse> uses) {
        return GbmCall.BO_CREATE.pointer(
                device,
                request.widthPixels(),
                request.heightPixels(),
                request.fourCc().code(),
                GbmUse.bits(uses));
    }

    private static GbmPointer createWithModifiers(MemorySegment device, GbmRequest request) {
        try (Arena arena = Arena.ofConfined()) {
            long[] bits = request.modifiers().stream().mapToLong(Modifier::bits).toArray();
            MemorySegment modifiers = arena.allocateFrom(JAVA_LONG, bits);
            if (GbmCall.BO_CREATE_WITH_MODIFIERS2.isThere()) {
                return GbmCall.BO_CREATE_WITH_MODIFIERS2.pointer(
                        device,
                        request.widthPixels(),
                        request.heightPixels(),
                        request.fourCc().code(),
                        modifiers,
                        bits.length,
                        GbmUse.bits(request.uses()));
            }
            return GbmCall.BO_CREATE_WITH_MODIFIERS.pointer(
                    device,
                    request.widthPixels(),
                    request.heightPixels(),
                    request.fourCc().code(),
                    modifiers,
                    bits.length);
        }
    }

    private static VitrineException refusal(GbmRequest request, GbmPointer failed) {
        List<Modifier> modifiers = request.modifiers();
        return new VitrineException(
                ErrorName.NOT_SUPPORTED,
                "GBM can't make a buffer of " + request.widthPixels() + " x " + request.heightPixels() + " pixels of "
                        + request.fourCc() + (modifiers.isEmpty() ? "" : " with " + modifiers) + " ("
                        + failed.errorName() + "). " + hint(request, failed));
    }

    private static String hint(GbmRequest request, GbmPointer failed) {
        if (failed.errnoValue() == Errno.EACCES.value()) {
            return "Mesa has no driver for this device and lets the processor draw, which needs the primary node:"
                    + " open /dev/dri/card0 or such in place of the render node";
        }
        boolean severalPlanes = request.fourCc()
                .layout()
                .filter(layout -> layout.planeCount() > 1)
                .isPresent();
        return severalPlanes
                ? "Make formats of several planes with a dma-heap, udmabuf or MemfdAllocator"
                : "Choose one of the device's formats, a smaller size, or LINEAR";
    }
}
