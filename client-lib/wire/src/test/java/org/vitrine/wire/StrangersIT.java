package org.vitrine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What we serve is understood by tools that know nothing of us. */
class StrangersIT {
    @RegisterExtension
    static final BusFixture BUS = new BusFixture();

    private final String name = BUS.serve(new TestObjects()).uniqueName().value();

    @Test
    void busctlIntrospectsGetsAndCalls() throws Exception {
        assertThat(busctl("introspect", name, TestObjects.PATH))
                .contains("org.vitrine.Test1")
                .containsPattern("\\.Echo +method +s +s")
                .containsPattern("\\.Version +property +u +7")
                .contains("org.freedesktop.DBus.Properties");
        assertThat(busctl("tree", name)).contains(TestObjects.PATH);
        assertThat(busctl("get-property", name, TestObjects.PATH, TestObjects.NAME, "Version"))
                .isEqualTo("u 7\n");
        assertThat(busctl("call", name, TestObjects.PATH, TestObjects.NAME, "Echo", "s", "hello"))
                .isEqualTo("s \"hello\"\n");
    }

    @Test
    void gdbusShowsTheNamesOfArguments() throws Exception {
        assertThat(run("gdbus", "introspect", "--address", BUS.address(), "-d", name, "-o", TestObjects.PATH))
                .contains("Echo(in  s word,", "out s same_word);")
                .contains("readonly u Version");
        assertThat(run(
                        "gdbus",
                        "call",
                        "--address",
                        BUS.address(),
                        "-d",
                        name,
                        "-o",
                        TestObjects.PATH,
                        "-m",
                        TestObjects.NAME + ".Echo",
                        "hello"))
                .isEqualTo("('hello',)\n");
    }

    private static String busctl(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 2];
        command[0] = "busctl";
        command[1] = "--address=" + BUS.address();
        System.arraycopy(arguments, 0, command, 2, arguments.length);
        return run(command);
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
