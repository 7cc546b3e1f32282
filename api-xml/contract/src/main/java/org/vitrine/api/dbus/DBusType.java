package org.vitrine.api.dbus;

import java.util.List;

/**
 * Stand for one single complete type. D-Bus specification, section "Type System"; made by
 * {@link TypeSignature#types()}.
 */
public sealed interface DBusType {
    /** Return the type's signature, such as {@code a{sv}}. */
    String signature();

    /** Return the alignment in bytes: 1, 2, 4 or 8. D-Bus specification, section "Marshalling (Wire Format)". */
    int alignmentBytes();

    /**
     * A type without contents, or with contents of no type of their own.
     *
     * @param code one of {@code ybnqiuxtdsogh}
     */
    record Basic(char code) implements DBusType {
        static final String CODES = "ybnqiuxtdsogh";

        public Basic {
            if (CODES.indexOf(code) < 0) {
                throw new IllegalArgumentException("not a basic type code");
            }
        }

        @Override
        public String signature() {
            return String.valueOf(code);
        }

        @Override
        public int alignmentBytes() {
            return switch (code) {
                case 'y', 'g' -> 1;
                case 'n', 'q' -> 2;
                case 'x', 't', 'd' -> 8;
                default -> 4;
            };
        }
    }

    /** An array, save for an array of dictionary entries, which is a {@link Dict}. */
    record Array(DBusType element) implements DBusType {
        @Override
        public String signature() {
            return "a" + element.signature();
        }

        @Override
        public int alignmentBytes() {
            return 4;
        }
    }

    /** An array of dictionary entries. */
    record Dict(Basic key, DBusType value) implements DBusType {
        @Override
        public String signature() {
            return "a{" + key.signature() + value.signature() + "}";
        }

        @Override
        public int alignmentBytes() {
            return 4;
        }
    }

    /** A struct of at least one field. */
    record Struct(List<DBusType> fields) implements DBusType {
        public Struct {
            fields = List.copyOf(fields);
            if (fields.isEmpty()) {
                throw new IllegalArgumentException("a struct has at least one field");
            }
        }

        @Override
        public String signature() {
            StringBuilder signature = new StringBuilder("(");
            fields.forEach(field -> signature.append(field.signature()));
            return signature.append(')').toString();
        }

        @Override
        public int alignmentBytes() {
            return 8;
        }
    }

    /** A value that carries its own type. */
    record VariantType() implements DBusType {
        @Override
        public String signature() {
            return "v";
        }

        @Override
        public int alignmentBytes() {
            return 1;
        }
    }
}
