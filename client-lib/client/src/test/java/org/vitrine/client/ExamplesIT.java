package org.vitrine.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.client.examples.FollowExample;
import org.vitrine.client.examples.LookExample;
import org.vitrine.client.examples.ShareExample;
import org.vitrine.fd.LeakCheck;

/** The examples run, and are the ones that people read. */
@ExtendWith(LeakCheck.class)
class ExamplesIT {
    @RegisterExtension
    static final PortalFixture FIXTURE = new PortalFixture();

    private static final int GREY = 0xff808080;

    @Test
    void looksAtWhatIsShared() {
        CompletableFuture<Integer> seen = new CompletableFuture<>();

        ShareExample.run(FIXTURE.options(), id -> seen.complete(LookExample.run(FIXTURE.options())));

        assertThat(seen.join()).isEqualTo(GREY);
    }

    @Test
    void followsWhatIsShared() throws InterruptedException {
        SharedImage shared = FIXTURE.connect().share(ImageSpec.of("Moving", 16, 16));
        CompletableFuture<List<Integer>> seen =
                CompletableFuture.supplyAsync(() -> FollowExample.run(FIXTURE.options(), shared.id()));
        Eventually.isTrue(() -> shared.consumers() == 1);

        shared.draw().close();

        assertThat(seen.join()).containsExactly(0);
    }

    @ParameterizedTest
    @CsvSource({"ShareExample, share", "LookExample, look", "FollowExample, follow"})
    void areTheOnesThatPeopleRead(String example, String region) throws IOException {
        String code = region(Files.readString(sources("test").resolve("examples/" + example + ".java")), region);

        assertThat(withoutIndent(Files.readString(Path.of("../../docs/guide-java.md"))))
                .contains(code);
        assertThat(withoutIndent(Files.readString(sources("main").resolve("package-info.java"))
                        .replace("\n * ", "\n")))
                .contains(code);
    }

    private static Path sources(String kind) {
        return Path.of("src", kind, "java/org/vitrine/client");
    }

    private static String region(String source, String name) {
        int start = source.indexOf("// @start region=\"" + name + "\"");
        return withoutIndent(source.substring(source.indexOf('\n', start) + 1, source.indexOf("// @end", start)))
                .strip();
    }

    private static String withoutIndent(String text) {
        return text.replaceAll("(?m)^ +", "");
    }
}
