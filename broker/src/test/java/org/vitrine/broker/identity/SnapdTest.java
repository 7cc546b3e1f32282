package org.vitrine.broker.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.fd.LeakCheck;

/** With a stand-in for the program {@code snap}: snapd does not run everywhere that tests do. */
@ExtendWith(LeakCheck.class)
class SnapdTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder = Path.of("/");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0::/user.slice/user-1000.slice/user@1000.service/app.slice/snap.firefox.firefox-1a2b.scope",
                "9:pids:/\n5:freezer:/snap.firefox\n0::/",
                "1:name=systemd:/user.slice/snap.code.code.1-2.scope\n0::/"
            })
    void recognizesAControlGroupOfSnapd(String cgroup) {
        assertThat(Snapd.runs(cgroup)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0::/user.slice/snapd.service", "3:cpuset:/snap.firefox", "0::/a-snap.b"})
    void recognizesNoOther(String cgroup) {
        assertThat(Snapd.runs(cgroup)).isFalse();
    }

    @Test
    void formsTheIdAsThePortalsDo() throws IOException {
        Snapd snapd = standIn("""
                [ "$*" = "routine portal-info 4711" ] || exit 1
                printf '[Snap Info]\\nInstanceName=firefox_dev\\nAppName=firefox\\nDesktopFile=firefox_firefox.desktop\\n'
                """, PATIENCE);
        assertThat(snapd.application(4711)).isEqualTo(Application.snap("snap.firefox_dev"));
    }

    @Test
    void passesNothingOfItsOwnEnvironmentOn() throws IOException {
        Snapd snapd = standIn("""
                [ -z "$HOME$DBUS_SESSION_BUS_ADDRESS$LD_PRELOAD" ] || exit 1
                printf '[Snap Info]\\nInstanceName=firefox\\n'
                """, PATIENCE);
        assertThat(snapd.application(1).id()).isEqualTo("snap.firefox");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exit 0",
                "printf '[Snap Info]\\nInstanceName=firefox\\n'; exit 1",
                "printf '[Snap Info]\\nInstanceName=../x\\n'",
                "printf '[Snap Info]\\nInstanceName=a\\nInstanceName=b\\n'",
                "head -c 70000 /dev/zero",
                "yes"
            })
    void refusesWhatNamesNoSnap(String script) throws IOException {
        Snapd snapd = standIn(script, PATIENCE);
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> snapd.application(1));
    }

    @Test
    void refusesASnapWhereSnapdIsMissing() {
        Snapd missing = new Snapd(folder.resolve("missing"), PATIENCE);
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> missing.application(1));
    }

    @Test
    void waitsForNoAnswerForEver() throws IOException {
        Snapd silent = standIn("exec sleep 100", Duration.ofMillis(50));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> silent.application(1));
    }

    /** A child that holds on to the output would make a plain read wait for its end. */
    @Test
    void waitsForNoChildOfSnapd() throws IOException {
        Path child = folder.resolve("child");
        Snapd snapd =
                standIn("printf '[Snap Info]\\nInstanceName=firefox\\n'; sleep 100 & echo $! >" + child, PATIENCE);
        assertThat(snapd.application(1).id()).isEqualTo("snap.firefox");
        ProcessHandle holder = ProcessHandle.of(
                        Long.parseLong(Files.readString(child).strip()))
                .orElseThrow();
        assertThat(holder.isAlive()).isTrue();
        holder.destroyForcibly();
    }

    private Snapd standIn(String script, Duration patience) throws IOException {
        Path program = folder.resolve("snap");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Snapd(program, patience);
    }
}
