package org.vitrine.broker.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.LeakCheck;
import org.vitrine.policy.DefaultRules;
import org.vitrine.policy.Policy;
import org.vitrine.policy.Rule;

@ExtendWith(LeakCheck.class)
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RuleFilesTest {
    private static final String RULE = "[[rule]]\nname = 'NAME'\nactions = 'read'\neffect = 'allow'\n";

    @TempDir
    Path home;

    private Path folder = Path.of("/");
    private RuleFiles files = RuleFiles.ofSystem(List.of());

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(home.resolve("policy.d"));
        files = new RuleFiles(new RulePlaces(List.of(), List.of(home.resolve("missing"), folder)));
    }

    @Test
    void readsTheShippedRulesThenEachFolderByName() throws IOException {
        Path second = Files.createDirectory(home.resolve("second"));
        write(second.resolve("a.toml"), "last");
        write(folder.resolve("b.toml"), "b");
        write(folder.resolve("a.toml"), "a");
        Files.writeString(folder.resolve("README"), "no rules");
        Policy policy = new RuleFiles(new RulePlaces(List.of(), List.of(folder, second))).read();
        List<Rule> shipped = DefaultRules.read();
        assertThat(policy.rules()).startsWith(shipped.toArray(Rule[]::new));
        assertThat(namesAfterShipped(policy)).containsExactly("a", "b", "last");
    }

    @Test
    void readsTheNamedFilesAndNoOthers() throws IOException {
        Path named = write(home.resolve("mine.rules"), "mine");
        write(folder.resolve("a.toml"), "a");
        Policy policy = new RuleFiles(new RulePlaces(List.of(named), List.of(folder))).read();
        assertThat(policy.rules()).extracting(Rule::name).containsExactly("mine");
    }

    @Test
    void looksInThreePlacesAndForASystemBusInTwo() {
        assertThat(RuleFiles.ofUser(List.of(), Map.of("HOME", "/home/u"))
                        .places()
                        .folders())
                .containsExactly(
                        Path.of("/usr/share/vitrine/policy.d"),
                        Path.of("/etc/vitrine/policy.d"),
                        Path.of("/home/u/.config/vitrine/policy.d"));
        assertThat(RuleFiles.ofUser(List.of(), Map.of("HOME", "/home/u", "XDG_CONFIG_HOME", "/cfg"))
                        .places()
                        .folders())
                .endsWith(Path.of("/cfg/vitrine/policy.d"));
        assertThat(RuleFiles.ofUser(List.of(), Map.of("HOME", "/home/u", "XDG_CONFIG_HOME", "relative"))
                        .places()
                        .folders())
                .endsWith(Path.of("/home/u/.config/vitrine/policy.d"));
        assertThat(RuleFiles.ofSystem(List.of()).places().folders())
                .containsExactly(Path.of("/usr/share/vitrine/policy.d"), Path.of("/etc/vitrine/policy.d"));
    }

    @Test
    void followsLinksAndLeavesOutWhatEditorsHide() throws IOException {
        Path elsewhere = write(home.resolve("elsewhere"), "linked");
        Files.createSymbolicLink(folder.resolve("a.toml"), elsewhere);
        Files.createSymbolicLink(folder.resolve(".#a.toml"), Path.of("user@host.123"));
        assertThat(namesAfterShipped(files.read())).containsExactly("linked");
    }

    @Test
    void namesFileLineAndColumnOfAHalfWrittenFile() throws IOException {
        write(folder.resolve("a.toml"), "good");
        Files.writeString(folder.resolve("b.toml"), RULE + "title = 'Scr");
        fails(folder + "/b.toml:5:", "not TOML");
    }

    @Test
    void namesLineAndColumnOfTheFirstByteInAnotherEncoding() throws IOException {
        Files.write(folder.resolve("a.toml"), (RULE + "title = 'caf\u00e9'\n").getBytes(StandardCharsets.ISO_8859_1));
        fails(folder + "/a.toml:5:13:", "not UTF-8");
    }

    @Test
    void refusesAHugeFile() throws IOException {
        Files.writeString(folder.resolve("a.toml"), "#".repeat(1024 * 1024));
        assertThat(namesAfterShipped(files.read())).isEmpty();
        Files.writeString(folder.resolve("a.toml"), "#".repeat(1024 * 1024 + 1));
        fails(folder + "/a.toml:", "larger than 1 MiB: split it");
    }

    @Test
    void refusesMoreRulesThanAnyoneNeeds() throws IOException {
        String many = RULE.replace("NAME", "a").repeat(10_001);
        Files.writeString(folder.resolve("a.toml"), many);
        Files.writeString(folder.resolve("b.toml"), many);
        fails(folder + "/b.toml:", "more than 20000 rules");
    }

    @Test
    void refusesMoreFilesThanAnyoneNeeds() throws IOException {
        for (int i = 0; i < 257; i++) {
            Files.createFile(folder.resolve(i + ".toml"));
        }
        fails("more than 256 rule files", "merge");
    }

    @Test
    void refusesLinksInACircle() throws IOException {
        Files.createSymbolicLink(folder.resolve("a.toml"), folder.resolve("b.toml"));
        Files.createSymbolicLink(folder.resolve("b.toml"), folder.resolve("a.toml"));
        fails(folder + "/a.toml:", "circle");
    }

    @Test
    void refusesALinkThatLeadsNowhere() throws IOException {
        Files.createSymbolicLink(folder.resolve("a.toml"), folder.resolve("gone"));
        fails(folder + "/a.toml:", "check that it is there");
    }

    @Test
    void refusesAFolderThatIsALinkInACircle() throws IOException {
        Files.delete(folder);
        Files.createSymbolicLink(folder, folder);
        fails(folder + ":", "no folder that can be read");
    }

    @Test
    void refusesAFolderThatIsNone() throws IOException {
        Files.delete(folder);
        Files.createFile(folder);
        fails(folder + ":", "no folder that can be read");
        Files.delete(folder);
        Files.createSymbolicLink(folder, home.resolve("gone"));
        fails(folder + ":", "leads nowhere");
    }

    @Test
    void refusesADirectoryThatIsNamedLikeAFile() throws IOException {
        Files.createDirectory(folder.resolve("a.toml"));
        fails(folder + "/a.toml:", "no regular file: rename it");
    }

    @Test
    void doesNotWaitForTheOtherEndOfAFifo() throws IOException, InterruptedException {
        Process mkfifo = new ProcessBuilder("mkfifo", folder.resolve("a.toml").toString()).start();
        assertThat(mkfifo.waitFor()).isZero();
        fails(folder + "/a.toml:", "no regular file: rename it");
    }

    /** The root user, who tests run as in containers, may read every file; this one nobody can. */
    @Test
    void refusesWhatCanNotBeRead() throws IOException {
        Files.createSymbolicLink(folder.resolve("a.toml"), Path.of("/proc/self/mem"));
        fails(folder + "/a.toml:", "can't be read (EIO)");
    }

    @Test
    void saysThatANamedFileIsMissing() {
        files = new RuleFiles(new RulePlaces(List.of(home.resolve("typo.toml")), List.of()));
        fails(home + "/typo.toml:", "check that it is there");
    }

    private void fails(String place, String text) {
        assertThatExceptionOfType(VitrineException.class)
                .isThrownBy(files::read)
                .satisfies(e -> assertThat(e.name()).isEqualTo(ErrorName.FAILED))
                .satisfies(e -> assertThat(e.text()).contains(place).contains(text));
    }

    private static List<String> namesAfterShipped(Policy policy) {
        return policy.rules().stream()
                .skip(DefaultRules.read().size())
                .map(Rule::name)
                .toList();
    }

    private static Path write(Path file, String name) throws IOException {
        return Files.writeString(file, RULE.replace("NAME", name));
    }
}
