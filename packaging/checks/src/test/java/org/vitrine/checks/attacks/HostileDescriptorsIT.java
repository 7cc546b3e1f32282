package org.vitrine.checks.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vitrine.checks.stage.BrokerProcess;
import org.vitrine.checks.stage.Places;
import org.vitrine.checks.stage.Program;

/** T10 to T13, T34: descriptors of every wrong kind, and what becomes of the right ones. */
class HostileDescriptorsIT {
    private static final int CLOSE_ON_EXEC = 02000000; // O_CLOEXEC of asm-generic/fcntl.h
    private static final int OCTAL = 8;

    @RegisterExtension
    static final Siege SIEGE = Siege.ofBroker();

    @Test
    void refusesEveryKindOfDescriptorThatHoldsNoPicture() {
        Figures figures = SIEGE.attack("T10, T13", "zoo.py", "100");

        assertThat(figures.text("wrong")).isEqualTo("[]");
        assertThat(figures.number("kinds")).as(figures::remarks).isGreaterThanOrEqualTo(20);
        assertThat(figures.answered()).isEqualTo(figures.sent());
    }

    @Test
    void servesOthersWhileADescriptorHangs() {
        assertThat(Path.of("/dev/fuse")).as("this test needs FUSE").exists();
        Path hangfs = Places.OUT.resolve("hangfs");
        Program.output(Map.of(), List.of("make", "-s", "-C", Places.C_SOURCES.toString(), "OUT=" + Places.OUT));

        Figures figures = SIEGE.attack("T11, T12", "hanging.py", hangfs.toString());

        assertThat(figures.number("refused")).isEqualTo(figures.sent()).isPositive();
        assertThat(figures.number("bystander_calls")).as("answered meanwhile").isGreaterThan(20);
    }

    @Test
    void letsNoConsumerChangeWhatItWasHanded() {
        Figures figures = SIEGE.attack("T14, T16", "handover.py", "200");

        assertThat(figures.text("allowed")).isEqualTo("{}");
        assertThat(figures.number("spoiled")).isZero();
        assertThat(figures.answered()).as("failed with EPERM").isEqualTo(figures.sent());
    }

    @Test
    void wouldLetNoChildInheritWhatPeersGave() {
        BrokerProcess broker = SIEGE.stage().broker();
        Map<Integer, String> own = broker.descriptors(); // among them what the JDK wakes its watch over files with
        try (Program producer = SIEGE.stage().startAttacker("still.py", "Held")) {
            producer.readLine();
            Map<Integer, String> open = broker.descriptors();
            open.entrySet().removeAll(own.entrySet());

            assertThat(open.values()).anyMatch(what -> what.startsWith("/memfd:still"));
            assertThat(open)
                    .allSatisfy(
                            (number, what) -> assertThat(flags(broker.process().pid(), number) & CLOSE_ON_EXEC)
                                    .as(what)
                                    .isNotZero());
        }
    }

    private static int flags(long pid, int number) {
        try {
            return Files.readAllLines(Path.of("/proc", "" + pid, "fdinfo", "" + number)).stream()
                    .filter(line -> line.startsWith("flags:"))
                    .mapToInt(line ->
                            Integer.parseInt(line.substring("flags:".length()).strip(), OCTAL))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
