package org.vitrine.client;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.dbus.generated.Consumer1;

/**
 * Tells that a buffer holds a new picture.
 *
 * @param generation the set of buffers it belongs to
 * @param index the buffer
 * @param sequence the frame's number; numbers that are missing were skipped
 * @param timeNs when it was drawn, CLOCK_MONOTONIC, if the producer said so
 * @param damage what changed since the frame before; empty if all may have
 */
public record Frame(long generation, int index, long sequence, OptionalLong timeNs, List<Damage> damage) {
    public Frame {
        damage = List.copyOf(damage);
    }

    static Frame of(Consumer1.FramePublishedSignal<?> signal) {
        Variant<?> time = signal.frame().get("time");
        Variant<?> damage = signal.frame().get("damage");
        return new Frame(
                signal.generation(),
                signal.index() > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) signal.index(),
                signal.sequence(),
                time != null && time.value() instanceof Long ns ? OptionalLong.of(ns) : OptionalLong.empty(),
                damage != null && damage.value() instanceof List<?> list ? rectangles(list) : List.of());
    }

    private static List<Damage> rectangles(List<?> structs) {
        List<Damage> rectangles = new ArrayList<>();
        for (Object struct : structs) {
            if (struct instanceof List<?> s
                    && s.size() == 4
                    && s.get(0) instanceof Long x
                    && s.get(1) instanceof Long y
                    && s.get(2) instanceof Long width
                    && s.get(3) instanceof Long height) {
                rectangles.add(new Damage(x, y, width, height));
            }
        }
        return rectangles;
    }
}
