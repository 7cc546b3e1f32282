package org.vitrine.gpu.device;

import java.util.List;
import java.util.Optional;
import org.vitrine.api.image.DrmFormat;

/**
 * Describes one importer of this machine.
 *
 * @param system which way of the kernel's or a library's
 * @param device the device node that it works on, such as {@code /dev/dri/renderD128}; empty where it is software
 * @param driver what stands behind it, in the words of the driver
 * @param formats what it is known to take; empty: it doesn't look at formats
 * @param reader reads pictures back through it, until {@link Devices} is closed
 */
public record Importer(
        BufferSystem system, Optional<String> device, String driver, List<DrmFormat> formats, PictureReader reader) {
    public Importer {
        formats = List.copyOf(formats);
    }

    /** Returns its name, unique on this machine: the system, and the device's own name if there is one. */
    public String name() {
        return DeviceName.of(system, device);
    }
}
