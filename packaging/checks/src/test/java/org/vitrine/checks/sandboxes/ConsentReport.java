package org.vitrine.checks.sandboxes;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Prints, when a class's last test is over, how a real Flatpak fared on its way to an image. */
final class ConsentReport implements AfterAllCallback {
    private static final String FORMAT = "%-46s %s%n";

    private final List<Step> steps = new CopyOnWriteArrayList<>();

    /** One step, and what came of it. */
    private record Step(String what, String outcome) {}

    void add(String what, String outcome) {
        steps.add(new Step(what, outcome));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        System.out.printf("%n" + FORMAT, "a real Flatpak wants to look", "outcome");
        steps.forEach(step -> System.out.printf(FORMAT, step.what(), step.outcome()));
    }
}
