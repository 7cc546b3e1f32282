package org.vitrine.generator.model;

import java.util.ArrayList;
import java.util.List;

/** Parses the signature of one single complete type. */
public final class TypeParser {
    private static final String BASIC = "ybnqiuxtdsogh";

    private final String signature;
    private int position;

    private TypeParser(String signature) {
        this.signature = signature;
    }

    /**
     * Parse a signature.
     *
     * @throws IllegalArgumentException if it is not that of one type
     */
    public static Type parse(String signature) {
        TypeParser parser = new TypeParser(signature);
        Type type = parser.type();
        parser.require(parser.position == signature.length());
        return type;
    }

    private Type type() {
        char code = next();
        return switch (code) {
            case 'v' -> new Type.Variant();
            case '(' -> struct();
            case 'a' -> peek() == '{' ? dict() : new Type.Array(type());
            default -> basic(code);
        };
    }

    private Type dict() {
        next();
        Type key = basic(next());
        Type value = type();
        require(next() == '}');
        return new Type.Dict(key, value);
    }

    private Type struct() {
        List<Type> fields = new ArrayList<>();
        do {
            fields.add(type());
        } while (peek() != ')');
        next();
        return new Type.Struct(List.copyOf(fields));
    }

    private Type basic(char code) {
        require(BASIC.indexOf(code) >= 0);
        return new Type.Basic(code);
    }

    private char peek() {
        require(position < signature.length());
        return signature.charAt(position);
    }

    private char next() {
        char code = peek();
        position++;
        return code;
    }

    private void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("\"" + signature + "\" is not the signature of one type");
        }
    }
}
