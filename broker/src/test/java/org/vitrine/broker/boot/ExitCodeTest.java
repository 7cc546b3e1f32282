package org.vitrine.broker.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final Pattern LINE = Pattern.compile("(?m)^ {2,3}(\\d+)  (.+)$");

    @Test
    void helpListsEveryCode() {
        assertThat(found(LINE, CommandLine.HELP))
                .isEqualTo(all(
                        code -> code.number() + " " + code.meaning() + (code.startAgain() ? "; start it again" : "")));
    }

    @Test
    void theReadmeListsTheSame() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(ROW.matcher(readme).results()).hasSameSizeAs(ExitCode.values());
        for (ExitCode code : ExitCode.values()) {
            assertThat(readme)
                    .containsPattern("(?m)^\\| %d \\| %s.* \\| (?:%s) \\|$"
                            .formatted(
                                    code.number(),
                                    Pattern.quote(code.meaning()),
                                    code.startAgain() ? "yes" : "no|once that is mended"));
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(line -> line.group(1) + " " + line.group(2))
                .toList();
    }

    private static List<String> all(Function<ExitCode, String> words) {
        return Arrays.stream(ExitCode.values()).map(words).toList();
    }
}
