package org.vitrine.wire.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vitrine.api.dbus.DBusType;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.TypeSignature;
import org.vitrine.api.dbus.Variant;

/** Writes values of any type; throws {@link IllegalArgumentException} for a value that is not of its type. */
final class ValueWriter<F> {
    private static final long MAX_UINT32 = 0xffff_ffffL;
    private static final int MAX_UINT16 = 0xffff;

    private final WireWriter wire;
    private final Class<F> fdType;
    private final MessageLimits limits;
    private final List<F> fds = new ArrayList<>(4);
    private int containers;
    private int variants;

    ValueWriter(WireWriter wire, Class<F> fdType, MessageLimits limits) {
        this.wire = wire;
        this.fdType = fdType;
        this.limits = limits;
    }

    /** Returns the descriptors written so far, in the order of their indexes. */
    List<F> fds() {
        return fds;
    }

    void writeAll(List<DBusType> types, List<?> values) {
        if (types.size() != values.size()) {
            throw new IllegalArgumentException(values.size() + " values for " + types.size() + " types");
        }
        for (int i = 0; i < types.size(); i++) {
            write(types.get(i), values.get(i));
        }
    }

    private void write(DBusType type, Object value) {
        switch (type) {
            case DBusType.Basic basic -> writeBasic(basic, value);
            case DBusType.Array array -> writeArray(array, value);
            case DBusType.Dict dict -> writeDict(dict, as(Map.class, value));
            case DBusType.Struct struct -> writeStruct(struct, as(List.class, value));
            case DBusType.VariantType() -> writeVariant(as(Variant.class, value));
        }
    }

    private void writeBasic(DBusType.Basic type, Object value) {
        switch (type.code()) {
            case 'y' -> wire.writeByte(as(Byte.class, value));
            case 'b' -> wire.writeInt(as(Boolean.class, value) ? 1 : 0);
            case 'n' -> wire.writeShort(as(Short.class, value));
            case 'q' -> wire.writeShort((short) inRange(as(Integer.class, value), MAX_UINT16));
            case 'i' -> wire.writeInt(as(Integer.class, value));
            case 'u' -> wire.writeInt((int) inRange(as(Long.class, value), MAX_UINT32));
            case 'x', 't' -> wire.writeLong(as(Long.class, value));
            case 'd' -> wire.writeLong(Double.doubleToRawLongBits(as(Double.class, value)));
            case 's' -> writeString(as(String.class, value));
            case 'o' -> writeString(as(ObjectPath.class, value).value());
            case 'g' -> wire.writeSignature(as(TypeSignature.class, value).value());
            default -> wire.writeInt(indexOf(as(fdType, value)));
        }
    }

    private void writeString(String text) {
        if (wire.writeString(text) > limits.stringBytes()) {
            throw new MessageTooLargeException("string is too long");
        }
    }

    private int indexOf(F fd) {
        int known = fds.indexOf(fd);
        if (known >= 0) {
            return known;
        }
        if (fds.size() == limits.fds()) {
            throw new MessageTooLargeException("message has more than " + limits.fds() + " descriptors");
        }
        fds.add(fd);
        return fds.size() - 1;
    }

    private void writeArray(DBusType.Array array, Object value) {
        enter();
        int alignment = array.element().alignmentBytes();
        int lengthAt = wire.beginArray(alignment);
        if (array.element() instanceof DBusType.Basic(char code) && code == 'y') {
            wire.writeBytes(as(byte[].class, value));
        } else {
            for (Object element : as(List.class, value)) {
                write(array.element(), element);
            }
        }
        wire.endArray(lengthAt, alignment);
        leave();
    }

    private void writeDict(DBusType.Dict dict, Map<?, ?> entries) {
        enter();
        enter();
        int lengthAt = wire.beginArray(Long.BYTES);
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            wire.align(Long.BYTES);
            writeBasic(dict.key(), entry.getKey());
            write(dict.value(), entry.getValue());
        }
        wire.endArray(lengthAt, Long.BYTES);
        leave();
        leave();
    }

    private void writeStruct(DBusType.Struct struct, List<?> fields) {
        enter();
        wire.align(Long.BYTES);
        writeAll(struct.fields(), fields);
        leave();
    }

    private void writeVariant(Variant<?> variant) {
        enter();
        if (++variants > limits.variantDepth()) {
            throw new MessageTooLargeException("variants are nested too deep");
        }
        wire.writeSignature(variant.signature().value());
        write(variant.signature().types().getFirst(), variant.value());
        variants--;
        leave();
    }

    private void enter() {
        if (++containers > Protocol.MAX_CONTAINER_DEPTH) {
            throw new MessageTooLargeException("containers are nested too deep");
        }
    }

    private void leave() {
        containers--;
    }

    private static long inRange(long value, long most) {
        if (value < 0 || value > most) {
            throw new IllegalArgumentException(value + " is not 0…" + most);
        }
        return value;
    }

    private static <T> T as(Class<T> wanted, Object value) {
        if (!wanted.isInstance(value)) {
            throw new IllegalArgumentException(
                    "value is a " + value.getClass().getSimpleName() + ", not a " + wanted.getSimpleName());
        }
        return wanted.cast(value);
    }
}
