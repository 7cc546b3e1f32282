package org.vitrine.checks.strangers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.checks.stage.Portal.CONSUMER;
import static org.vitrine.checks.stage.Portal.NAME;
import static org.vitrine.checks.stage.Portal.ROOT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.checks.stage.Program;
import org.vitrine.wire.testing.BusKind;

/** busctl and gdbus, as people type them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShellIT {
    private static final String OPENED = "uu(uuuta(huu))a{sv} 1 0 321 123 875713112 0 1 ";
    private static final String DETAILS =
            " 4096 1344 3 \"access\" s \"read\" \"sequence\" t 0 \"read_only_enforced\" b true";

    @RegisterExtension
    final Exhibition exhibition = new Exhibition(kind());

    /** Tells which bus these tests run on. */
    BusKind kind() {
        return BusKind.DBUS_DAEMON;
    }

    @Test
    void busctlIntrospectsEveryMemberWithItsSignature() {
        String members = exhibition.portal().busctl("introspect", NAME, ROOT).mustSucceed();

        assertThat(members)
                .containsPattern("\\.Advertise +method +oa\\{sv\\}a\\(uuuta\\(huu\\)\\) +o +-")
                .containsPattern("\\.OpenImage +method +oa\\{sv\\} +uu\\(uuuta\\(huu\\)\\)a\\{sv\\} +-")
                .containsPattern("\\.FramePublished +signal +ouuta\\{sv\\} +-")
                .containsPattern("\\.version +property +u +1 +const");
    }

    @Test
    void gdbusIntrospectsTheNamesOfArguments() {
        assertThat(exhibition.portal().gdbus("introspect").mustSucceed())
                .containsPattern(
                        "OpenImage\\(in +o image,\\s+in +a\\{sv\\} options,\\s+out u generation,\\s+out u index,")
                .containsPattern("FramePublished\\(o session,\\s+u generation,");
    }

    @Test
    void busctlTreeShowsTheImage() {
        assertThat(exhibition
                        .portal()
                        .busctl("--list", "tree", NAME)
                        .mustSucceed()
                        .lines())
                .contains(ROOT, exhibition.picture().path());
    }

    @Test
    void busctlGetsProperties() {
        String image = exhibition.picture().path();

        String properties = exhibition
                .portal()
                .busctl(
                        "get-property",
                        NAME,
                        image,
                        "org.vitrine.Image1",
                        "Title",
                        "Width",
                        "Height",
                        "Format",
                        "Writable")
                .mustSucceed();

        assertThat(properties.lines())
                .containsExactly("s \"Still life\"", "u 321", "u 123", "s \"XRGB8888:LINEAR\"", "b false");
    }

    @Test
    void busctlShowsTheReplyWithItsDescriptor() {
        String reply = exhibition
                .portal()
                .busctl(
                        "call",
                        NAME,
                        ROOT,
                        CONSUMER,
                        "OpenImage",
                        "oa{sv}",
                        exhibition.picture().path(),
                        "0")
                .mustSucceed();

        assertThat(reply).startsWith(OPENED).endsWith(DETAILS);
    }

    @Test
    void busctlAndCoreutilsCopyThePixels(@TempDir Path folder) throws IOException {
        Path raw = folder.resolve("out.raw");

        String reply = exhibition
                .example("shell/pixels.sh", exhibition.picture().path(), raw.toString())
                .mustSucceed();

        assertThat(reply).startsWith(OPENED).endsWith(DETAILS);
        assertThat(Pixels.sha256OfStillPicture(Files.readAllBytes(raw)))
                .isEqualTo(exhibition.picture().sha256());
    }

    @Test
    void pixelsScriptFailsForAnImageThatIsNotThere(@TempDir Path folder) {
        Path raw = folder.resolve("out.raw");

        Program.Result result = exhibition.example("shell/pixels.sh", ROOT + "/image/999999", raw.toString());

        assertThat(result.exitCode()).isPositive();
        assertThat(raw).doesNotExist();
    }

    @Test
    void everyLineOfTheTourWorks() {
        String seen = exhibition.example("shell/look.sh").mustSucceed();

        assertThat(seen)
                .contains(
                        "in  o image",
                        exhibition.picture().path(),
                        "\"Still life\"",
                        "(handle 0, uint32 4096, uint32 1344)");
    }

    @Test
    void busctlSaysThatItCannotSendADescriptor() {
        Program.Result refused = exhibition.portal().busctl("call", NAME, ROOT, CONSUMER, "ListImages", "h", "0");

        assertThat(refused.exitCode()).isPositive();
        assertThat(refused.errors()).contains("UNIX file descriptor not supported as type");
    }
}
