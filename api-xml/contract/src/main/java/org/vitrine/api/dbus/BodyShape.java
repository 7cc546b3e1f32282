package org.vitrine.api.dbus;

import java.util.List;
import java.util.Map;
import org.vitrine.api.dbus.DBusType.Array;
import org.vitrine.api.dbus.DBusType.Basic;
import org.vitrine.api.dbus.DBusType.Dict;
import org.vitrine.api.dbus.DBusType.Struct;
import org.vitrine.api.dbus.DBusType.VariantType;

/**
 * Know which Java value stands for a value of each D-Bus type.
 *
 * <table>
 * <caption>D-Bus types in Java</caption>
 * <tr><th>D-Bus</th><th>Java</th></tr>
 * <tr><td>y</td><td>Byte</td></tr>
 * <tr><td>b</td><td>Boolean</td></tr>
 * <tr><td>n</td><td>Short</td></tr>
 * <tr><td>q</td><td>Integer, 0 to 65535</td></tr>
 * <tr><td>i</td><td>Integer</td></tr>
 * <tr><td>u</td><td>Long, 0 to 4294967295</td></tr>
 * <tr><td>x</td><td>Long</td></tr>
 * <tr><td>t</td><td>Long, its 64 bits taken as unsigned</td></tr>
 * <tr><td>d</td><td>Double</td></tr>
 * <tr><td>s</td><td>String</td></tr>
 * <tr><td>o</td><td>{@link ObjectPath}</td></tr>
 * <tr><td>g</td><td>{@link TypeSignature}</td></tr>
 * <tr><td>h</td><td>what stands for a file descriptor in its place: any object</td></tr>
 * <tr><td>v</td><td>{@link Variant}</td></tr>
 * <tr><td>ay</td><td>byte[]</td></tr>
 * <tr><td>other arrays</td><td>List</td></tr>
 * <tr><td>a{..}</td><td>Map, in the order of the message</td></tr>
 * <tr><td>(..)</td><td>List of its fields</td></tr>
 * </table>
 */
public final class BodyShape {
    private static final long MAX_UINT16 = 0xffffL;
    private static final long MAX_UINT32 = 0xffff_ffffL;

    private BodyShape() {}

    /** Tell whether values are, in number and all the way down, those of a signature. */
    public static boolean fits(TypeSignature signature, List<?> values) {
        return fits(signature.types(), values);
    }

    private static boolean fits(List<DBusType> types, List<?> values) {
        if (values.size() != types.size()) {
            return false;
        }
        for (int i = 0; i < types.size(); i++) {
            if (!fits(types.get(i), values.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(DBusType type, Object value) {
        return switch (type) {
            case Basic basic -> fits(basic.code(), value);
            case VariantType _ ->
                value instanceof Variant<?> variant && fits(variant.signature(), List.of(variant.value()));
            case Array(Basic(char code)) when code == 'y' -> value instanceof byte[];
            case Array(DBusType element) ->
                value instanceof List<?> list && list.stream().allMatch(item -> fits(element, item));
            case Dict(Basic key, DBusType mapped) ->
                value instanceof Map<?, ?> map
                        && map.entrySet().stream()
                                .allMatch(entry -> fits(key, entry.getKey()) && fits(mapped, entry.getValue()));
            case Struct(List<DBusType> fields) -> value instanceof List<?> list && fits(fields, list);
        };
    }

    private static boolean fits(char code, Object value) {
        return switch (code) {
            case 'y' -> value instanceof Byte;
            case 'b' -> value instanceof Boolean;
            case 'n' -> value instanceof Short;
            case 'q' -> value instanceof Integer number && number >= 0 && number <= MAX_UINT16;
            case 'i' -> value instanceof Integer;
            case 'u' -> value instanceof Long number && number >= 0 && number <= MAX_UINT32;
            case 'x', 't' -> value instanceof Long;
            case 'd' -> value instanceof Double;
            case 's' -> value instanceof String;
            case 'o' -> value instanceof ObjectPath;
            case 'g' -> value instanceof TypeSignature;
            default -> value != null;
        };
    }
}
