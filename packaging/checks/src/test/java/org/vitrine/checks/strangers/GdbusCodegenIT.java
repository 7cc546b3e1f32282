package org.vitrine.checks.strangers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vitrine.checks.stage.Places;
import org.vitrine.checks.stage.Program;
import org.vitrine.checks.stage.StillPicture;
import org.vitrine.wire.testing.BusKind;

/** The C example, compiled here with stubs that gdbus-codegen makes from our XML. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GdbusCodegenIT {
    private static final Path OUT = Places.OUT.resolve("c");

    /** What {@link #compile} makes. */
    static final Path CONSUMER = OUT.resolve("consumer");

    @RegisterExtension
    final Exhibition exhibition = new Exhibition(kind());

    /** Tells which bus these tests run on. */
    BusKind kind() {
        return BusKind.DBUS_DAEMON;
    }

    @BeforeAll
    static void compile() {
        String folder = Places.EXAMPLES.resolve("c").toString();
        Program.output(
                Map.of(), List.of("make", "-s", "-B", "-C", folder, "OUT=" + OUT, "CFLAGS=-O1 -Wall -Wextra -Werror"));
    }

    @Test
    void consumerReadsThePixels() {
        assertThat(consumer(StillPicture.TITLE).mustSucceed())
                .isEqualTo("321x123 " + exhibition.picture().sha256());
    }

    @Test
    void consumerIsToldThatThereIsNoSuchImage() {
        Program.Result result = consumer("Nothing");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.errors()).isEqualTo("There is no such image.\n");
    }

    private Program.Result consumer(String title) {
        return Program.run(exhibition.environment(), List.of(CONSUMER.toString(), title));
    }
}
