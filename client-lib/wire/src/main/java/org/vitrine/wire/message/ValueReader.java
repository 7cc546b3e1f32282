package org.vitrine.wire.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.api.dbus.DBusType;
import org.vitrine.api.dbus.TypeSignature;
import org.vitrine.api.dbus.Variant;

/**
 * Reads values of any type, or throws {@link WireFault}; no length is trusted before it is checked against what is
 * there.
 */
final class ValueReader<F> {
    private final WireReader wire;
    private final List<F> fds;
    private final MessageLimits limits;
    private int containers;
    private int variants;

    ValueReader(WireReader wire, List<F> fds, MessageLimits limits) {
        this.wire = wire;
        this.fds = fds;
        this.limits = limits;
    }

    List<Object> readAll(List<DBusType> types) {
        List<Object> values = new ArrayList<>(types.size());
        for (DBusType type : types) {
            values.add(read(type));
        }
        return values;
    }

    Object read(DBusType type) {
        return switch (type) {
            case DBusType.Basic basic -> readBasic(basic);
            case DBusType.Array array -> readArray(array);
            case DBusType.Dict dict -> readDict(dict);
            case DBusType.Struct struct -> readStruct(struct);
            case DBusType.VariantType() -> readVariant();
        };
    }

    private Object readBasic(DBusType.Basic type) {
        return switch (type.code()) {
            case 'y' -> wire.readByte();
            case 'b' -> wire.readBoolean();
            case 'n' -> wire.readShort();
            case 'q' -> Short.toUnsignedInt(wire.readShort());
            case 'i' -> wire.readInt();
            case 'u' -> wire.readUnsignedInt();
            case 'x', 't' -> wire.readLong();
            case 'd' -> wire.readDouble();
            case 's' -> wire.readString(limits.stringBytes());
            case 'o' -> wire.readString(SharedTables.PATHS, limits.stringBytes());
            case 'g' -> wire.readSignature(SharedTables.SIGNATURES);
            default -> readFd();
        };
    }

    private Object readFd() {
        long index = wire.readUnsignedInt();
        if (index >= fds.size()) {
            throw new WireFault("descriptor index has no descriptor");
        }
        return fds.get((int) index);
    }

    private Object readArray(DBusType.Array array) {
        enter();
        DBusType element = array.element();
        int length = wire.readArrayLength(element.alignmentBytes());
        Object values = element instanceof DBusType.Basic(char code) && code == 'y'
                ? wire.readBytes(length)
                : readElements(element, length);
        leave();
        return values;
    }

    private List<Object> readElements(DBusType element, int length) {
        List<Object> values = new ArrayList<>();
        int outerEnd = wire.narrow(length);
        while (wire.remaining() > 0) {
            values.add(read(element));
        }
        wire.widen(outerEnd);
        return values;
    }

    private Map<Object, Object> readDict(DBusType.Dict dict) {
        enter();
        enter();
        int outerEnd = wire.narrow(wire.readArrayLength(Long.BYTES));
        Map<Object, Object> entries = new LinkedHashMap<>();
        while (wire.remaining() > 0) {
            wire.align(Long.BYTES);
            Object key = readBasic(dict.key());
            if (entries.put(key, read(dict.value())) != null) {
                throw new WireFault("dictionary holds a key twice");
            }
        }
        wire.widen(outerEnd);
        leave();
        leave();
        return entries;
    }

    private List<Object> readStruct(DBusType.Struct struct) {
        enter();
        wire.align(Long.BYTES);
        List<Object> fields = readAll(struct.fields());
        leave();
        return fields;
    }

    private Variant<F> readVariant() {
        enter();
        if (++variants > limits.variantDepth()) {
            throw new WireFault("variants are nested too deep");
        }
        TypeSignature signature = wire.readSignature(SharedTables.SIGNATURES);
        if (!signature.isSingleType()) {
            throw new WireFault("variant does not hold exactly one value");
        }
        Variant<F> variant = new Variant<>(signature, read(signature.types().getFirst()));
        variants--;
        leave();
        return variant;
    }

    private void enter() {
        if (++containers > Protocol.MAX_CONTAINER_DEPTH) {
            throw new WireFault("containers are nested too deep");
        }
    }

    private void leave() {
        containers--;
    }
}
