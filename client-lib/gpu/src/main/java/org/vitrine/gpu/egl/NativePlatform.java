package org.vitrine.gpu.egl;

import static org.lwjgl.egl.EXTPlatformDevice.EGL_PLATFORM_DEVICE_EXT;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.gpu.gbm.GbmHold;

/**
 * Says a platform in EGL's terms.
 *
 * <p>Source of the constants: {@code EGL/eglext.h} of Khronos.
 *
 * @param platform which kind
 * @param handle EGL's native display; 0 for the default
 * @param hold keeps what the handle names alive; closed by whoever has this
 */
record NativePlatform(int platform, long handle, Optional<GbmHold> hold) implements AutoCloseable {
    private static final int EGL_PLATFORM_GBM_KHR = 0x31d7;
    private static final int EGL_PLATFORM_SURFACELESS_MESA = 0x31dd;

    /** Looks a platform up. */
    static NativePlatform of(EglPlatform platform, Set<String> clientExtensions) {
        return switch (platform) {
            case EglPlatform.Gbm gbm -> {
                require(clientExtensions, "EGL_KHR_platform_gbm", "EGL_MESA_platform_gbm");
                GbmHold hold = gbm.device().hold();
                yield new NativePlatform(EGL_PLATFORM_GBM_KHR, hold.address().address(), Optional.of(hold));
            }
            case EglPlatform.Device device -> device(clientExtensions, found -> found.index() == device.index());
            case EglPlatform.DeviceNode node -> device(clientExtensions, found -> found.hasNode(node.path()));
            case EglPlatform.Surfaceless _ -> {
                require(clientExtensions, "EGL_MESA_platform_surfaceless");
                yield new NativePlatform(EGL_PLATFORM_SURFACELESS_MESA, 0, Optional.empty());
            }
        };
    }

    private static NativePlatform device(Set<String> clientExtensions, Predicate<EglDevice> wanted) {
        require(clientExtensions, "EGL_EXT_platform_device");
        EglDevice device = EglDevice.all().stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new VitrineException(
                        ErrorName.NOT_FOUND, "EGL has no such device. EglDevice.all tells which it has"));
        return new NativePlatform(EGL_PLATFORM_DEVICE_EXT, device.handle(), Optional.empty());
    }

    private static void require(Set<String> clientExtensions, String... oneOf) {
        if (List.of(oneOf).stream().noneMatch(clientExtensions::contains)) {
            throw new VitrineException(
                    ErrorName.NOT_SUPPORTED,
                    "EGL lacks " + oneOf[0] + ". Install Mesa (Debian packages libegl-mesa0 and libgl1-mesa-dri), or"
                            + " choose another platform");
        }
    }

    @Override
    public void close() {
        hold.ifPresent(GbmHold::close);
    }
}
