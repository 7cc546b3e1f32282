package org.vitrine.gpu.drm;

import java.io.Serial;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/**
 * Says that a DRM device vanished: it was unplugged, or its driver unloaded or given up. All that was made on it is
 * lost; descriptors of its buffers stay open, and may fail when used.
 */
public final class DeviceGoneException extends VitrineException {
    @Serial
    private static final long serialVersionUID = 1;

    DeviceGoneException(Throwable cause) {
        super(
                ErrorName.NOT_SUPPORTED,
                "The graphics device is gone. Close it, look for the devices that are left, and make the buffers anew",
                cause);
    }
}
