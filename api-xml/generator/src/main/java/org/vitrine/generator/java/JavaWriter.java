package org.vitrine.generator.java;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.vitrine.generator.model.Argument;
import org.vitrine.generator.model.Contract;
import org.vitrine.generator.model.Interface;
import org.vitrine.generator.model.Method;
import org.vitrine.generator.model.Signal;

/** Writes the Java of a contract: a file per interface, and one that lists them. */
public final class JavaWriter {
    private static final String PACKAGE = "org.vitrine.api.dbus.generated";

    private JavaWriter() {}

    /** Write all files. Returns name to content, in a stable order. */
    public static Map<String, String> write(Contract contract) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("package-info.java", packageInfo());
        contract.doors()
                .forEach(door -> door.interfaces()
                        .forEach(iface -> files.put(
                                iface.simpleName() + ".java", compilationUnit(door.fileName(), body(iface)))));
        files.put("Contract.java", compilationUnit("all doors' XML", list(contract)));
        return files;
    }

    private static String body(Interface iface) {
        JavaSource source = new JavaSource();
        Javadoc.of(Stream.concat(Stream.of(iface.title()), iface.doc().paragraphs().stream())
                        .toList())
                .writeTo(source);
        source.open("public interface " + iface.simpleName() + " {");
        new DescriptionWriter(source).write(iface);
        records(source, iface);
        if (!iface.methods().isEmpty()) {
            new HandlerWriter(source).write(iface);
            new ClientWriter(source).write(iface);
        }
        return source.close().toString();
    }

    private static void records(JavaSource source, Interface iface) {
        iface.methods().forEach(method -> methodRecords(source, method));
        iface.signals().forEach(signal -> signalRecord(source, signal));
        StructRecordWriter structs = new StructRecordWriter(source);
        arguments(iface).forEach(argument -> argument.shape().ifPresent(shape -> structs.write(argument, shape)));
    }

    private static void methodRecords(JavaSource source, Method method) {
        BodyRecordWriter records = new BodyRecordWriter(source);
        JavaMethod java = new JavaMethod(method);
        String constant = JavaNames.constant(method.name());
        if (java.hasIn()) {
            Javadoc javadoc = Javadoc.of("The arguments of a call of " + method.name() + ".");
            records.write(java.inRecord(), javadoc, method.in(), constant + ".inSignature()");
        }
        if (java.hasOut()) {
            Javadoc javadoc = Javadoc.of("The arguments of a reply to " + method.name() + ".");
            records.write(java.outRecord(), javadoc, method.out(), constant + ".outSignature()");
        }
    }

    private static void signalRecord(JavaSource source, Signal signal) {
        Javadoc javadoc = Javadoc.of("The arguments of the signal " + signal.name() + ".");
        new BodyRecordWriter(source)
                .write(
                        signal.name() + "Signal",
                        javadoc,
                        signal.arguments(),
                        JavaNames.constant(signal.name()) + ".signature()");
    }

    private static Stream<Argument> arguments(Interface iface) {
        return Stream.concat(
                iface.methods().stream().flatMap(method -> Stream.concat(method.in().stream(), method.out().stream())),
                iface.signals().stream().flatMap(signal -> signal.arguments().stream()));
    }

    private static String list(Contract contract) {
        JavaSource source = new JavaSource();
        Javadoc.of("All interfaces of the contract.").writeTo(source);
        source.open("public final class Contract {");
        Javadoc.of("Every interface, in the order of the XML.").writeTo(source);
        source.list(
                        "public static final List<InterfaceDescription> INTERFACES = List.of(",
                        contract.interfaces()
                                .map(iface -> iface.simpleName() + ".DESCRIPTION")
                                .toList(),
                        ");")
                .blank()
                .line("private Contract() {}");
        return source.close().toString();
    }

    private static String compilationUnit(String origin, String body) {
        StringBuilder unit =
                new StringBuilder("// Generated from " + origin + ". Do not edit.\npackage " + PACKAGE + ";\n\n");
        Imports.of(body).forEach(type -> unit.append("import ").append(type).append(";\n"));
        return unit.append('\n').append(body).toString();
    }

    private static String packageInfo() {
        return """
                /** The contract's interfaces in Java, generated from its XML. */
                @NullMarked
                package %s;

                import org.jspecify.annotations.NullMarked;
                """.formatted(PACKAGE);
    }
}
