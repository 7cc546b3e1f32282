package org.vitrine.broker.delivery;

import java.util.List;
import org.vitrine.api.dbus.PlainBuffer;
import org.vitrine.api.dbus.PlainPlane;
import org.vitrine.broker.registry.Generation;
import org.vitrine.policy.Action;

/** Says what a consumer is told of the buffers it gets. */
public final class Delivery {
    private Delivery() {}

    /** Returns whether the kernel keeps a consumer from writing into what it was handed. */
    public static boolean isReadOnlyEnforced(Generation generation, Action access) {
        return access == Action.READ && generation.isSealedAgainstWriting();
    }

    /** Returns the buffers of a page with everything but their descriptors. */
    public static List<PlainBuffer> withoutDescriptors(BufferPage page) {
        return page.buffers().stream()
                .map(buffer -> new PlainBuffer(
                        buffer.width(),
                        buffer.height(),
                        buffer.fourCc(),
                        buffer.modifier(),
                        buffer.planes().stream()
                                .map(plane -> new PlainPlane(plane.offset(), plane.stride()))
                                .toList()))
                .toList();
    }
}
