package org.vitrine.generator.java;

import java.util.List;
import org.vitrine.generator.model.Argument;
import org.vitrine.generator.model.Interface;

/** Writes the class with which a program calls the interface. */
final class ClientWriter {
    private final JavaSource source;

    ClientWriter(JavaSource source) {
        this.source = source;
    }

    void write(Interface iface) {
        source.blank();
        Javadoc.of("Call the interface on one remote object. Immutable; no method blocks.")
                .tag("param <S>", "the kind of file descriptor sent with a call, which stays the caller's")
                .tag(
                        "param <R>",
                        "the kind of file descriptor received with a reply, which is the caller's from then on")
                .writeTo(source);
        source.open("final class Client<S, R> {")
                .line("private final Invoker<S, R> invoker;")
                .line("private final ObjectPath path;");
        constructor();
        iface.methods().stream().map(JavaMethod::new).forEach(this::method);
        source.close();
    }

    private void constructor() {
        source.blank();
        Javadoc.of("Make a client of one object.")
                .tag("param invoker", "carries the calls")
                .tag("param path", "the object")
                .writeTo(source);
        source.open("public Client(Invoker<S, R> invoker, ObjectPath path) {")
                .line("this.invoker = invoker;")
                .line("this.path = path;")
                .close();
    }

    private void method(JavaMethod java) {
        List<Argument> in = java.method().in();
        source.blank();
        Javadoc.of(java.method().doc().paragraphs())
                .arguments(in)
                .tag("return", java.outcome())
                .writeTo(source);
        List<String> parameters = in.stream()
                .map(argument -> JavaTypes.of(argument.type(), argument.shape(), "S") + " "
                        + JavaNames.identifier(argument.name()))
                .toList();
        String reply = java.hasOut() ? ".thenApply(" + java.outRecord() + "::fromBody);" : ".thenAccept(_ -> {});";
        source.list("public " + java.stage("R") + " " + java.name() + "(", parameters, ") {")
                .indent()
                .line("List<Object> body = " + body(java) + ";")
                .chain(
                        "return invoker",
                        List.of(".invoke(path, DESCRIPTION, " + JavaNames.constant(java.member()) + ", body)", reply))
                .close();
    }

    private static String body(JavaMethod java) {
        if (!java.hasIn()) {
            return "List.of()";
        }
        List<String> names = java.method().in().stream()
                .map(argument -> JavaNames.identifier(argument.name()))
                .toList();
        return "new " + java.inRecord() + "<>(" + String.join(", ", names) + ").toBody()";
    }
}
