package org.vitrine.broker.door.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.api.dbus.TypeSignature;
import org.vitrine.api.dbus.Variant;
import org.vitrine.broker.door.Options;
import org.vitrine.broker.door.Values;
import org.vitrine.fd.Fd;

/** Checks what a producer says of a frame. */
final class FrameNote {
    private static final TypeSignature DAMAGE = TypeSignature.of("a(uuuu)");
    private static final int MAX_RECTANGLES = 64;

    private FrameNote() {}

    /** Returns the keys that are passed on, as they are. */
    static Map<String, Variant<Fd>> check(Map<String, ? extends Variant<?>> frame) {
        Options options = new Options(frame);
        Map<String, Variant<Fd>> passedOn = new LinkedHashMap<>();
        options.uint64("time").ifPresent(time -> passedOn.put("time", Values.uint64(time)));
        Optional<List<?>> damage = options.structs("damage", DAMAGE.value());
        if (damage.isPresent()) {
            if (damage.get().size() > MAX_RECTANGLES) {
                throw Options.invalid("damage has at most " + MAX_RECTANGLES + " rectangles: join some");
            }
            passedOn.put("damage", new Variant<>(DAMAGE, damage.get()));
        }
        return passedOn;
    }
}
