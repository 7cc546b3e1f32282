package org.vitrine.wire.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PrivateBusIT {
    private static final String STORE = "org.freedesktop.impl.portal.PermissionStore";

    @Test
    void keepsWhatItsServicesStoreFromOtherTestsAndFromTheUsersHome() throws Exception {
        PrivateHome home;
        try (PrivateBus bus = PrivateBus.start()) {
            home = bus.home();
            set(bus, "vitrine", "org.example.Camera/Street", "org.example.Looker");

            assertThat(ask(bus, "List", "s", "vitrine")).contains("org.example.Camera/Street");
            assertThat(files(bus.home().dataHome()))
                    .contains(bus.home().dataHome().resolve("flatpak/db/vitrine"));
            assertThat(home.residents()).as("the daemon and the store").hasSize(2);
            try (PrivateBus another = PrivateBus.start()) {
                assertThat(ask(another, "List", "s", "vitrine")).isEqualTo("as 0\n");
            }
        }
        assertThat(home.folder()).doesNotExist();
        assertThat(home.residents()).isEmpty();
    }

    @Test
    void hidesTheDesktopFromItsServicesUnlessAskedFor() throws IOException {
        try (PrivateBus bus = PrivateBus.start();
                PrivateBus seeing = PrivateBus.start(Map.of("DISPLAY", ":4711"))) {
            assertThat(environment(bus)).noneMatch(line -> line.startsWith("DISPLAY="));
            assertThat(environment(seeing)).contains("DISPLAY=:4711");
            assertThat(environment(bus))
                    .contains("XDG_RUNTIME_DIR=" + bus.home().runtimeFolder());
        }
    }

    private static List<String> environment(PrivateBus bus) throws IOException {
        return List.of(Files.readString(Path.of("/proc/" + bus.process().pid() + "/environ"))
                .split("\0"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.toList();
        }
    }

    private static void set(PrivateBus bus, String table, String id, String app) throws Exception {
        ask(bus, "SetPermission", "sbssas", table, "true", id, app, "1", "read");
    }

    private static String ask(PrivateBus bus, String method, String signature, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("busctl", "--address=" + bus.address(), "--timeout=20", "call"));
        command.addAll(List.of(STORE, "/" + STORE.replace('.', '/'), STORE, method, signature));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
