package org.vitrine.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.Fd;

/** Holds a frame while it is drawn; closing it publishes it. Used by one thread. */
public final class Drawing implements AutoCloseable {
    private static final int MAX_DAMAGE = 64;

    private final SharedImage image;
    private final int index;
    private final AllocatedBuffer buffer;
    private @Nullable PixelAccess access;
    private final List<List<Object>> damage = new ArrayList<>();
    private boolean open = true;
    private boolean damageKnown = true;

    Drawing(SharedImage image, int index, AllocatedBuffer buffer) {
        this.image = image;
        this.index = index;
        this.buffer = buffer;
    }

    /**
     * Returns the memory to draw into. It holds what was drawn there some frames ago.
     *
     * <p>A dma-buf is kept ready for the processor from the first call on until the drawing is closed; a GPU draws
     * without this call.
     *
     * @throws IllegalStateException if the drawing is closed
     * @throws VitrineException NOT_SUPPORTED if only a GPU can draw into the buffer
     */
    public Pixels pixels() {
        if (!open) {
            throw new IllegalStateException("The drawing is closed");
        }
        PixelAccess present = access;
        if (present == null) {
            present = buffer.beginDrawing();
            access = present;
        }
        return present.pixels();
    }

    private void endAccess() {
        if (access != null) {
            access.close();
            access = null;
        }
    }

    /** Returns which of the image's buffers this is. */
    public int bufferIndex() {
        return index;
    }

    /** Notes a rectangle that differs from the frame before. Without any, all of it counts as changed. */
    public Drawing damage(int x, int y, int widthPixels, int heightPixels) {
        if (damage.size() == MAX_DAMAGE) {
            damageKnown = false;
        } else {
            damage.add(List.of((long) x, (long) y, (long) widthPixels, (long) heightPixels));
        }
        return this;
    }

    /** Drops the frame: closing does not publish it. */
    public void abandon() {
        if (open) {
            open = false;
            try {
                endAccess();
            } finally {
                image.abandon();
            }
        }
    }

    private void endAccessOrAbandon() {
        try {
            endAccess();
        } catch (RuntimeException e) {
            image.abandon();
            throw e;
        }
    }

    /** Publishes the frame. */
    @Override
    public void close() {
        if (!open) {
            return;
        }
        open = false;
        endAccessOrAbandon();
        Map<String, Variant<Fd>> frame = new LinkedHashMap<>();
        frame.put("time", Variant.of("t", System.nanoTime()));
        if (damageKnown && !damage.isEmpty()) {
            frame.put("damage", Variant.of("a(uuuu)", List.copyOf(damage)));
        }
        image.publish(index, frame);
    }
}
