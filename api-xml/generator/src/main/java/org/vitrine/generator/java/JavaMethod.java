package org.vitrine.generator.java;

import java.util.List;
import java.util.stream.Collectors;
import org.vitrine.generator.model.Method;

/**
 * A method as Java sees it.
 *
 * @param method as the contract has it
 */
record JavaMethod(Method method) {
    String member() {
        return method.name();
    }

    String name() {
        return JavaNames.identifier(method.name());
    }

    boolean hasIn() {
        return !method.in().isEmpty();
    }

    boolean hasOut() {
        return !method.out().isEmpty();
    }

    String inRecord() {
        return method.name() + "In";
    }

    String outRecord() {
        return method.name() + "Out";
    }

    /** Return the type of what a call gives, with the kind of descriptor in a reply. */
    String stage(String descriptor) {
        return hasOut() ? "CompletionStage<" + outRecord() + "<" + descriptor + ">>" : "CompletionStage<Void>";
    }

    /** Say what a call gives, and with which errors it fails. */
    String outcome() {
        String success = hasOut() ? "the reply's arguments" : "when it is done";
        List<String> errors = method.errors();
        if (errors.isEmpty()) {
            return success;
        }
        String last = errors.getLast();
        String others = errors.stream().limit(errors.size() - 1L).collect(Collectors.joining(", "));
        return success + "; or fails with " + (others.isEmpty() ? last : others + " or " + last);
    }
}
