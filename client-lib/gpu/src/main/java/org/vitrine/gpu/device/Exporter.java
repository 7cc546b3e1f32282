package org.vitrine.gpu.device;

import java.util.List;
import java.util.Optional;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.client.BufferAllocator;

/**
 * Describes one maker of buffers that this machine has.
 *
 * @param system which way of the kernel's or a library's
 * @param device the device node that it works on, such as {@code /dev/dri/renderD128}; empty where it needs none
 * @param driver what stands behind it, in the words of the driver
 * @param formats what it is known to make; empty: every linear format that Vitrine knows
 * @param allocator makes the buffers, until {@link Devices} is closed
 */
public record Exporter(
        BufferSystem system,
        Optional<String> device,
        String driver,
        List<DrmFormat> formats,
        BufferAllocator allocator) {
    public Exporter {
        formats = List.copyOf(formats);
    }

    /** Returns its name, unique on this machine: the system, and the device's own name where it differs from that. */
    public String name() {
        return DeviceName.of(system, device);
    }
}
