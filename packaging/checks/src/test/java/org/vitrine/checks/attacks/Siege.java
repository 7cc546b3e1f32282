package org.vitrine.checks.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.vitrine.checks.stage.Eventually;
import org.vitrine.checks.stage.Program;
import org.vitrine.checks.stage.Stage;

/** Attacks a broker, and looks afterwards whether it still answers and has lost no descriptor. */
final class Siege implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private static final Duration SETTLING = Duration.ofMillis(200);
    private static final Duration CLEAN_UP_PATIENCE = Duration.ofSeconds(30);

    private final List<String> jvmFlags;
    private @Nullable Stage stage;
    private @Nullable AttackReport report;
    private String testName = "";

    private Siege(List<String> jvmFlags) {
        this.jvmFlags = jvmFlags;
    }

    /** Make a siege of a broker that gets these flags beside the ones that ship. */
    static Siege ofBroker(String... jvmFlags) {
        return new Siege(List.of(jvmFlags));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        report = AttackReport.of(context);
        stage = Stage.withBroker(jvmFlags.toArray(String[]::new));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        testName = context.getRequiredTestMethod().getName();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (stage != null) {
            stage.close();
        }
    }

    Stage stage() {
        return Objects.requireNonNull(stage);
    }

    /** Run an attacker to its end. The broker must answer then, and hold as many descriptors as before. */
    Figures attack(String id, String script, String... arguments) {
        return attack(id, () -> Figures.parse(succeeded(stage().attacker(script, arguments))));
    }

    /** Attack in some other way. */
    Figures attack(String id, Supplier<Figures> attacker) {
        int before = settledDescriptors();
        Figures figures = attacker.get();
        assertThat(stage().portal().answers()).as("answers still").isTrue();
        boolean clean = Eventually.holds(CLEAN_UP_PATIENCE, () -> openDescriptors() <= before);
        Objects.requireNonNull(report)
                .add(new AttackReport.Line(id, sentence(testName), figures, before, openDescriptors()));
        assertThat(clean)
                .as(() ->
                        before + " descriptors before, now " + stage().broker().descriptors())
                .isTrue();
        return figures;
    }

    private String succeeded(Program.Result result) {
        assertThat(result.exitCode())
                .as(() -> result + "\nBroker:\n" + stage().broker().logText())
                .isZero();
        return result.output();
    }

    /** Counts when what came before is cleaned up: when the count has stopped falling. */
    private int settledDescriptors() {
        AtomicInteger last = new AtomicInteger(openDescriptors());
        assertThat(Eventually.holds(CLEAN_UP_PATIENCE, () -> {
                    Eventually.pause(SETTLING);
                    int now = openDescriptors();
                    return last.getAndSet(now) == now;
                }))
                .as("descriptors settle")
                .isTrue();
        return last.get();
    }

    private int openDescriptors() {
        return stage().broker().descriptors().size();
    }

    private static String sentence(String methodName) {
        return methodName
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
