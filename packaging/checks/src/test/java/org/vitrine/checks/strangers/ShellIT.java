package org.vitrine.checks.strangers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.checks.stage.Portal.CONSUMER;
import static org.vitrine.checks.stage.Portal.NAME;
import static org.vitrine.checks.stage.Portal.ROOT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.checks.stage.Program;

/** busctl and gdbus, as people type them. */
class ShellIT {
    private static final String OPENED = "uu(uuuta(huu))a{sv} 1 0 321 123 875713112 0 1 ";
    private static final String DETAILS =
            " 4096 1344 3 \"access\" s \"read\" \"sequence\" t 0 \"read_only_enforced\" b true";

    @RegisterExtension
    static final Exhibition EXHIBITION = new Exhibition();

    @Test
    void busctlIntrospectsEveryMemberWithItsSignature() {
        String members = EXHIBITION.portal().busctl("introspect", NAME, ROOT).mustSucceed();

        assertThat(members)
                .containsPattern("\\.Advertise +method +oa\\{sv\\}a\\(uuuta\\(huu\\)\\) +o +-")
                .containsPattern("\\.OpenImage +method +oa\\{sv\\} +uu\\(uuuta\\(huu\\)\\)a\\{sv\\} +-")
                .containsPattern("\\.FramePublished +signal +ouuta\\{sv\\} +-")
                .containsPattern("\\.version +property +u +1 +const");
    }

    @Test
    void gdbusIntrospectsTheNamesOfArguments() {
        assertThat(EXHIBITION.portal().gdbus("introspect").mustSucceed())
                .containsPattern(
                        "OpenImage\\(in +o image,\\s+in +a\\{sv\\} options,\\s+out u generation,\\s+out u index,")
                .containsPattern("FramePublished\\(o session,\\s+u generation,");
    }

    @Test
    void busctlTreeShowsTheImage() {
        assertThat(EXHIBITION
                        .portal()
                        .busctl("--list", "tree", NAME)
                        .mustSucceed()
                        .lines())
                .contains(ROOT, EXHIBITION.picture().path());
    }

    @Test
    void busctlGetsProperties() {
        String image = EXHIBITION.picture().path();

        String properties = EXHIBITION
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
        String reply = EXHIBITION
                .portal()
                .busctl(
                        "call",
                        NAME,
                        ROOT,
                        CONSUMER,
                        "OpenImage",
                        "oa{sv}",
                        EXHIBITION.picture().path(),
                        "0")
                .mustSucceed();

        assertThat(reply).startsWith(OPENED).endsWith(DETAILS);
    }

    @Test
    void busctlAndCoreutilsCopyThePixels(@TempDir Path folder) throws IOException {
        Path raw = folder.resolve("out.raw");

        String reply = EXHIBITION
                .example("shell/pixels.sh", EXHIBITION.picture().path(), raw.toString())
                .mustSucceed();

        assertThat(reply).startsWith(OPENED).endsWith(DETAILS);
        assertThat(Pixels.sha256OfStillPicture(Files.readAllBytes(raw)))
                .isEqualTo(EXHIBITION.picture().sha256());
    }

    @Test
    void pixelsScriptFailsForAnImageThatIsNotThere(@TempDir Path folder) {
        Path raw = folder.resolve("out.raw");

        Program.Result result = EXHIBITION.example("shell/pixels.sh", ROOT + "/image/999999", raw.toString());

        assertThat(result.exitCode()).isPositive();
        assertThat(raw).doesNotExist();
    }

    @Test
    void everyLineOfTheTourWorks() {
        String seen = EXHIBITION.example("shell/look.sh").mustSucceed();

        assertThat(seen)
                .contains(
                        "in  o image",
                        EXHIBITION.picture().path(),
                        "\"Still life\"",
                        "(handle 0, uint32 4096, uint32 1344)");
    }

    @Test
    void busctlSaysThatItCannotSendADescriptor() {
        Program.Result refused = EXHIBITION.portal().busctl("call", NAME, ROOT, CONSUMER, "ListImages", "h", "0");

        assertThat(refused.exitCode()).isPositive();
        assertThat(refused.errors()).contains("UNIX file descriptor not supported as type");
    }
}
