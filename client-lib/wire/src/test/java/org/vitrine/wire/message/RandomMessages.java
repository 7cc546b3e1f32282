package org.vitrine.wire.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.vitrine.api.dbus.DBusType;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.TypeSignature;
import org.vitrine.api.dbus.Variant;

/** Makes up calls with every type, nested a few levels deep; the same ones for the same seed. */
final class RandomMessages {
    private static final String BASIC = "ybnqiuxtdsogh";

    /** A header and the body it announces. */
    record Sample(Header header, List<Object> body) {}

    private final Random random;
    private final boolean roomyEntries;

    RandomMessages(long seed) {
        this(seed, false);
    }

    private RandomMessages(long seed, boolean roomyEntries) {
        this.random = new Random(seed);
        this.roomyEntries = roomyEntries;
    }

    /**
     * Makes structs and dictionary entries longer than four bytes: GLib 2.74 counts the padding before the first one as
     * part of the array, and loses a last one that is shorter than that.
     */
    static RandomMessages withRoomyEntries(long seed) {
        return new RandomMessages(seed, true);
    }

    Sample next() {
        StringBuilder signature = new StringBuilder();
        IntStream.range(0, random.nextInt(5)).forEach(i -> signature.append(type(3)));
        TypeSignature types = new TypeSignature(signature.toString());
        Header header = Header.call(path(), random.nextBoolean() ? "org.vitrine.Random1" : null, "Do")
                .serial(1 + random.nextInt(1000))
                .destination(random.nextBoolean() ? ":1." + random.nextInt(100) : null)
                .signature(types)
                .build();
        return new Sample(header, values(types.types()));
    }

    private String type(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(8)) {
            case 1 -> "v";
            case 2 -> "ay";
            case 3, 4 -> "a" + type(depth - 1);
            case 5 -> "a{" + (roomyEntries ? 't' : basic()) + type(depth - 1) + "}";
            case 6, 7 ->
                "(" + (roomyEntries ? "s" : "") + type(depth - 1) + (random.nextBoolean() ? type(depth - 1) : "") + ")";
            default -> String.valueOf(basic());
        };
    }

    private char basic() {
        return BASIC.charAt(random.nextInt(BASIC.length()));
    }

    private List<Object> values(List<DBusType> types) {
        return types.stream().map(this::value).toList();
    }

    private Object value(DBusType type) {
        return switch (type) {
            case DBusType.Basic basic -> basicValue(basic.code());
            case DBusType.VariantType() -> variant();
            case DBusType.Array array when array.signature().equals("ay") -> bytes();
            case DBusType.Array array ->
                several().mapToObj(i -> value(array.element())).toList();
            case DBusType.Dict dict -> dict(dict);
            case DBusType.Struct struct -> values(struct.fields());
        };
    }

    private Object basicValue(char code) {
        return switch (code) {
            case 'y' -> (byte) random.nextInt();
            case 'b' -> random.nextBoolean();
            case 'n' -> (short) random.nextInt();
            case 'q' -> random.nextInt(1 << 16);
            case 'i' -> random.nextInt();
            case 'u' -> Integer.toUnsignedLong(random.nextInt());
            case 'x', 't' -> random.nextLong();
            case 'd' -> random.nextDouble();
            case 's' -> text();
            case 'o' -> path();
            case 'g' -> new TypeSignature(type(2));
            default -> new TestFd(random.nextInt(16));
        };
    }

    private Variant<TestFd> variant() {
        TypeSignature signature = new TypeSignature(type(1));
        return new Variant<>(signature, value(signature.types().getFirst()));
    }

    private Map<Object, Object> dict(DBusType.Dict dict) {
        Map<Object, Object> entries = new LinkedHashMap<>();
        several().forEach(i -> entries.put(value(dict.key()), value(dict.value())));
        return entries;
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(9)];
        random.nextBytes(bytes);
        return bytes;
    }

    private String text() {
        int[] alphabets = {0x80, 0x800, 0xd800, 0x110000};
        int alphabet = alphabets[random.nextInt(alphabets.length)];
        return random.ints(random.nextInt(12), 1, alphabet)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private ObjectPath path() {
        List<String> elements = new ArrayList<>(List.of(""));
        IntStream.range(0, 1 + random.nextInt(3)).forEach(i -> elements.add("e_" + random.nextInt(100)));
        return new ObjectPath(String.join("/", elements));
    }

    private IntStream several() {
        return IntStream.range(0, random.nextInt(4));
    }
}
