package org.vitrine.gpu.egl;

import java.util.List;
import java.util.Optional;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.api.image.Plane;
import org.vitrine.fd.Fd;

/**
 * Finds out whether a driver that draws with the processor can reach a storage.
 *
 * <p>Mesa's driver for DRM devices without one of their own imports storage of other devices, fails to map it, and ends
 * the process when a shader samples it. Reading back is where it notes the failure: so one byte of each storage is read
 * back first.
 */
final class ForeignStorageProbe {
    private static final List<String> PROCESSOR = List.of("llvmpipe", "softpipe");

    private ForeignStorageProbe() {}

    /**
     * Returns at once on a GPU, and else if each plane's storage could be read.
     *
     * @param buffer sound, says {@link ImportCheck}
     * @throws VitrineException NOT_SUPPORTED if a storage can't be reached
     */
    static void check(EglContext context, Buffer<? extends Fd> buffer) {
        if (PROCESSOR.stream().anyMatch(context.description()::startsWith)) {
            buffer.planes().forEach(plane -> readOneByte(context, plane.fd()));
        }
    }

    private static void readOneByte(EglContext context, Fd storage) {
        Buffer<Fd> first =
                new Buffer<>(1, 1, DrmFormat.linear(FourCc.ofName("R8")), List.of(new Plane<>(storage, 0, 256)));
        try (EglImage image = EglImage.ofDmaBuf(context, first, Optional.empty());
                GlTexture texture = GlTexture.ofImage(image, GlTexture.Kind.PLAIN, 1, 1);
                Framebuffer framebuffer = Framebuffer.over(texture)) {
            framebuffer.readPixels();
        } catch (VitrineException unreachable) {
            throw new VitrineException(
                    ErrorName.NOT_SUPPORTED,
                    "This driver draws with the processor and can't reach the storage of another device. Map the"
                            + " buffer with the processor instead, or allocate it on this device",
                    unreachable);
        }
    }
}
