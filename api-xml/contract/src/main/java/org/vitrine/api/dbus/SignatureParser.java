package org.vitrine.api.dbus;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.api.dbus.DBusType.Array;
import org.vitrine.api.dbus.DBusType.Basic;
import org.vitrine.api.dbus.DBusType.Dict;
import org.vitrine.api.dbus.DBusType.Struct;
import org.vitrine.api.dbus.DBusType.VariantType;

/** Parse one signature, once. Recursion is bounded by the specification's depth limits. */
final class SignatureParser {
    private static final int MAX_ARRAY_DEPTH = 32;
    private static final int MAX_STRUCT_DEPTH = 32;

    private final String signature;
    private int position;
    private int arrayDepth;
    private int structDepth;

    SignatureParser(String signature) {
        this.signature = signature;
    }

    List<DBusType> parse() {
        require(signature.length() <= TypeSignature.MAX_LENGTH, "longer than 255 bytes");
        List<DBusType> types = new ArrayList<>();
        while (position < signature.length()) {
            types.add(type());
        }
        return List.copyOf(types);
    }

    private DBusType type() {
        char code = next();
        return switch (code) {
            case 'a' -> array();
            case '(' -> struct();
            case 'v' -> new VariantType();
            default -> basic(code);
        };
    }

    private DBusType array() {
        require(++arrayDepth <= MAX_ARRAY_DEPTH, "arrays nested too deep");
        DBusType array = peek() == '{' ? dict() : new Array(type());
        arrayDepth--;
        return array;
    }

    private Dict dict() {
        next();
        Basic key = basic(next());
        DBusType value = type();
        require(next() == '}', "dictionary entry without end");
        return new Dict(key, value);
    }

    private Struct struct() {
        require(++structDepth <= MAX_STRUCT_DEPTH, "structs nested too deep");
        List<DBusType> fields = new ArrayList<>();
        while (peek() != ')') {
            fields.add(type());
        }
        next();
        require(!fields.isEmpty(), "struct without fields");
        structDepth--;
        return new Struct(fields);
    }

    private Basic basic(char code) {
        require(Basic.CODES.indexOf(code) >= 0, "unknown or misplaced type code");
        return new Basic(code);
    }

    private char peek() {
        require(position < signature.length(), "ends too early");
        return signature.charAt(position);
    }

    private char next() {
        char code = peek();
        position++;
        return code;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException("not a type signature: " + otherwise);
        }
    }
}
