package org.vitrine.broker.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vitrine.api.dbus.FormatOffer;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.TypeSignature;
import org.vitrine.api.dbus.Variant;
import org.vitrine.broker.registry.FormatSet;
import org.vitrine.fd.Fd;

/** Makes the variants that the doors answer with. */
public final class Values {
    private static final TypeSignature TEXT = TypeSignature.of("s");
    private static final TypeSignature TEXTS = TypeSignature.of("as");
    private static final TypeSignature FLAG = TypeSignature.of("b");
    private static final TypeSignature UINT32 = TypeSignature.of("u");
    private static final TypeSignature UINT64 = TypeSignature.of("t");
    private static final TypeSignature PATH = TypeSignature.of("o");
    private static final TypeSignature OPTIONS = TypeSignature.of("a{sv}");
    private static final TypeSignature FORMATS = TypeSignature.of("a(uat)");

    private Values() {}

    /** Makes a text. */
    public static Variant<Fd> text(String value) {
        return new Variant<>(TEXT, value);
    }

    /** Makes a list of texts. */
    public static Variant<Fd> texts(List<String> value) {
        return new Variant<>(TEXTS, value);
    }

    /** Makes a truth value. */
    public static Variant<Fd> flag(boolean value) {
        return new Variant<>(FLAG, value);
    }

    /** Makes an unsigned 32-bit number. */
    public static Variant<Fd> uint32(long value) {
        return new Variant<>(UINT32, value);
    }

    /** Makes an unsigned 64-bit number. */
    public static Variant<Fd> uint64(long value) {
        return new Variant<>(UINT64, value);
    }

    /** Makes an object path. */
    public static Variant<Fd> path(ObjectPath value) {
        return new Variant<>(PATH, value);
    }

    /** Makes a dictionary of variants. */
    public static Variant<Fd> options(Map<String, Variant<Fd>> value) {
        return new Variant<>(OPTIONS, value);
    }

    /** Makes formats with their modifiers, a(uat). */
    public static Variant<Fd> formats(FormatSet formats) {
        return new Variant<>(
                FORMATS,
                offers(formats).stream()
                        .map(offer -> List.of(offer.fourCc(), offer.modifiers()))
                        .toList());
    }

    /** Lists formats as signals and methods carry them. */
    public static List<FormatOffer> offers(FormatSet formats) {
        List<FormatOffer> offers = new ArrayList<>();
        formats.modifiersByFourCc()
                .orElse(Map.of())
                .forEach((fourCc, modifiers) -> offers.add(new FormatOffer(fourCc, modifiers)));
        return offers;
    }
}
