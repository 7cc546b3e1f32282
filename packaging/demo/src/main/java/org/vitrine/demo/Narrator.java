package org.vitrine.demo;

import java.io.PrintStream;

/** Tells a person what happens, step by step. */
final class Narrator {
    private static final String GREEN = "\u001b[1;32m";
    private static final String PLAIN = "\u001b[0m";

    private final PrintStream out;
    private final boolean colour;
    private int steps;

    Narrator(PrintStream out, boolean colour) {
        this.out = out;
        this.colour = colour;
    }

    void step(String text) {
        steps++;
        String number = colour ? GREEN + steps + "." + PLAIN : steps + ".";
        out.println(number + " " + text);
    }

    void detail(String text) {
        out.println("   " + text);
    }

    void flush() {
        out.flush();
    }
}
