package org.vitrine.generator.model;

import java.util.List;

/** One single complete D-Bus type. */
public sealed interface Type {
    /** Return the type's signature. */
    String signature();

    record Basic(char code) implements Type {
        @Override
        public String signature() {
            return String.valueOf(code);
        }
    }

    record Array(Type element) implements Type {
        @Override
        public String signature() {
            return "a" + element.signature();
        }
    }

    record Dict(Type key, Type value) implements Type {
        @Override
        public String signature() {
            return "a{" + key.signature() + value.signature() + "}";
        }
    }

    record Struct(List<Type> fields) implements Type {
        @Override
        public String signature() {
            StringBuilder signature = new StringBuilder("(");
            fields.forEach(field -> signature.append(field.signature()));
            return signature.append(")").toString();
        }
    }

    record Variant() implements Type {
        @Override
        public String signature() {
            return "v";
        }
    }
}
