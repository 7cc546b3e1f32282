package org.vitrine.checks.attacks;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Prints a table of all attacks when the last one is over. */
final class AttackReport implements AutoCloseable {
    private static final String FORMAT = "%-10s %-66s %7s %8s %5s %5s  %s%n";
    private static final int REMARKS_MAX = 150;

    private final List<Line> lines = new CopyOnWriteArrayList<>();

    /** The report of this test run. */
    static AttackReport of(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(AttackReport.class))
                .getOrComputeIfAbsent(AttackReport.class);
    }

    void add(Line line) {
        lines.add(line);
    }

    @Override
    public void close() {
        System.out.printf("%n" + FORMAT, "attack", "", "sent", "answered", "fds", "after", "remarks");
        lines.forEach(Line::print);
    }

    /**
     * One attack.
     *
     * @param id the attack's number in the list of threats
     * @param descriptorsBefore how many descriptors the broker had open before it
     * @param descriptorsAfter how many it had when it was over and the broker had had its time to close
     */
    record Line(String id, String name, Figures figures, int descriptorsBefore, int descriptorsAfter) {
        private void print() {
            String remarks = figures.remarks();
            System.out.printf(
                    FORMAT,
                    id,
                    name,
                    figures.sent(),
                    figures.answered(),
                    descriptorsBefore,
                    descriptorsAfter,
                    remarks.substring(0, Math.min(REMARKS_MAX, remarks.length())));
        }
    }
}
