package org.vitrine.generator.java;

import java.util.List;
import org.vitrine.generator.model.Interface;
import org.vitrine.generator.model.Method;

/** Writes the interface that a service implements. */
final class HandlerWriter {
    private final JavaSource source;

    HandlerWriter(JavaSource source) {
        this.source = source;
    }

    void write(Interface iface) {
        source.blank();
        Javadoc.of("Serve the interface. Methods must not block, and may answer later from any thread.")
                .tag("param <C>", "who calls")
                .tag("param <R>", "the kind of file descriptor received with a call")
                .tag("param <S>", "the kind of file descriptor sent with a reply")
                .writeTo(source);
        source.open("interface Handler<C, R, S> {");
        iface.methods().forEach(this::method);
        dispatch(iface.methods());
        source.close();
    }

    private void method(Method method) {
        JavaMethod java = new JavaMethod(method);
        Javadoc javadoc = Javadoc.of(method.doc().paragraphs()).tag("param caller", "who calls");
        if (java.hasIn()) {
            javadoc.tag("param in", "the call's arguments");
        }
        javadoc.tag("return", java.outcome()).writeTo(source);
        String in = java.hasIn() ? ", " + java.inRecord() + "<R> in" : "";
        source.line(java.stage("S") + " " + java.name() + "(C caller" + in + ");")
                .blank();
    }

    private void dispatch(List<Method> methods) {
        Javadoc.of("Call the method that a message names.")
                .tag("param handler", "the service")
                .tag("param caller", "who calls")
                .tag("param member", "the method's name on the bus")
                .tag("param body", "the call's arguments")
                .tag("return", "the reply's arguments")
                .tag("throws VitrineException", "UNKNOWN_METHOD or INVALID_ARGS, or what the handler throws")
                .writeTo(source);
        source.line("static <C, R, S> CompletionStage<List<Object>> invoke(")
                .open("        Handler<C, R, S> handler, C caller, String member, List<Object> body) {")
                .open("return switch (member) {");
        methods.stream().map(JavaMethod::new).forEach(this::dispatchCase);
        source.line("default -> throw new VitrineException(ErrorName.UNKNOWN_METHOD, NAME + \" has no such method\");");
        source.closeStatement();
        source.close();
    }

    private void dispatchCase(JavaMethod java) {
        String in = java.hasIn() ? ", " + java.inRecord() + ".fromBody(body)" : "";
        String reply = java.hasOut() ? ".thenApply(" + java.outRecord() + "::toBody);" : ".thenApply(_ -> List.of());";
        String call = "handler." + java.name() + "(caller" + in + ")";
        source.chain("case \"" + java.member() + "\" -> " + call, List.of(reply));
    }
}
