package org.vitrine.wire.message;

import java.util.function.Function;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.TypeSignature;

/** Holds what decoders remember between messages: bounded, and the same for every connection. */
final class SharedTables {
    static final InternTable<String> NAMES = new InternTable<>(name -> name);
    static final InternTable<ObjectPath> PATHS =
            new InternTable<>(text -> checked(ObjectPath::new, text, "object path is not valid"));
    static final InternTable<TypeSignature> SIGNATURES =
            new InternTable<>(text -> checked(TypeSignature::of, text, "signature is not valid"));

    private SharedTables() {}

    private static <T> T checked(Function<String, T> constructor, String text, String rule) {
        try {
            return constructor.apply(text);
        } catch (IllegalArgumentException e) {
            throw new WireFault(rule);
        }
    }
}
