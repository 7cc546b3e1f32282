package org.vitrine.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One CPU, to which everything that is measured is pinned: then waking an idle core costs nobody anything. */
record Cpu(int number) {
    static Cpu last() {
        return new Cpu(Runtime.getRuntime().availableProcessors() - 1);
    }

    /** The command that starts a program on this CPU. */
    List<String> pinned(List<String> command) {
        List<String> pinned = new ArrayList<>(List.of("taskset", "--cpu-list", Integer.toString(number)));
        pinned.addAll(command);
        return pinned;
    }

    /** Move all threads of a running process here. */
    void pin(long pid) {
        Child.lastLine(
                Map.of(),
                List.of("taskset", "--all-tasks", "--cpu-list", "--pid", Integer.toString(number), Long.toString(pid)));
    }
}
