package org.vitrine.gpu.egl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Plane;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.RawFds;

/**
 * Takes over what {@code eglExportDMABUFImageMESA} gives.
 *
 * <p>Planes that share their storage with the plane before have −1 for a descriptor, says the extension; they get a
 * duplicate.
 */
final class ExportedPlanes {
    private ExportedPlanes() {}

    /**
     * Makes planes of the numbers, all of which are closed on failure.
     *
     * @return the caller's to close
     * @throws VitrineException NOT_SUPPORTED if there is no descriptor, or a stride or offset makes no sense
     */
    static List<Plane<OwnedFd>> take(int[] numbers, int[] offsetsBytes, int[] stridesBytes) {
        List<OwnedFd> owned = new ArrayList<>();
        try {
            adopt(numbers, owned);
            List<Plane<OwnedFd>> planes = new ArrayList<>();
            for (int i = 0; i < numbers.length; i++) {
                if (offsetsBytes[i] < 0 || stridesBytes[i] < 1) {
                    throw refusal("a stride of " + stridesBytes[i] + " and an offset of " + offsetsBytes[i] + " bytes");
                }
                planes.add(new Plane<>(owned.get(i), offsetsBytes[i], stridesBytes[i]));
            }
            return planes;
        } catch (RuntimeException e) {
            owned.forEach(OwnedFd::close);
            throw e;
        }
    }

    private static void adopt(int[] numbers, List<OwnedFd> owned) {
        Arrays.stream(numbers)
                .filter(number -> number >= 0)
                .mapToObj(RawFds::adopt)
                .forEach(owned::add);
        if (numbers[0] < 0) {
            throw refusal("no descriptor");
        }
        for (int i = 1; i < numbers.length; i++) {
            if (numbers[i] < 0) {
                owned.add(i, owned.get(i - 1).dup());
            }
        }
    }

    private static VitrineException refusal(String what) {
        return new VitrineException(
                ErrorName.NOT_SUPPORTED,
                "The driver exports this texture with " + what + ". Allocate the buffer with GBM (GbmAllocator) and"
                        + " draw into it with an EglRenderTarget instead");
    }
}
