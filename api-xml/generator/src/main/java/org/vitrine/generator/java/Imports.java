package org.vitrine.generator.java;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the imports that a body of Java needs, among all that generated code may use. */
final class Imports {
    private static final List<String> ALL = List.of(
            "java.util.List",
            "java.util.Map",
            "java.util.concurrent.CompletionStage",
            "org.vitrine.api.dbus.ArgumentDescription",
            "org.vitrine.api.dbus.BodyReader",
            "org.vitrine.api.dbus.FormatOffer",
            "org.vitrine.api.dbus.InterfaceDescription",
            "org.vitrine.api.dbus.Invoker",
            "org.vitrine.api.dbus.MethodDescription",
            "org.vitrine.api.dbus.ObjectPath",
            "org.vitrine.api.dbus.PlainBuffer",
            "org.vitrine.api.dbus.PropertyDescription",
            "org.vitrine.api.dbus.RawBufferStruct",
            "org.vitrine.api.dbus.SignalDescription",
            "org.vitrine.api.dbus.TypeSignature",
            "org.vitrine.api.dbus.Variant",
            "org.vitrine.api.error.ErrorName",
            "org.vitrine.api.error.VitrineException",
            "org.vitrine.api.image.RawBuffer");

    private Imports() {}

    static List<String> of(String body) {
        String code = body.lines()
                .filter(line -> !line.strip().startsWith("*") && !line.strip().startsWith("/**"))
                .collect(Collectors.joining("\n"));
        return ALL.stream().filter(type -> uses(code, type)).toList();
    }

    private static boolean uses(String code, String type) {
        String simpleName = type.substring(type.lastIndexOf('.') + 1);
        return Pattern.compile("(?<![.\\w\"])" + simpleName + "(?![\\w\"])")
                .matcher(code)
                .find();
    }
}
