package org.vitrine.broker.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.LeakCheck;
import org.vitrine.policy.DefaultRules;
import org.vitrine.policy.Policy;
import org.vitrine.policy.Rule;

@ExtendWith(LeakCheck.class)
class RuleWatchTest {
    private static final String RULE = "[[rule]]\nname = 'NAME'\nactions = 'read'\neffect = 'allow'\n";
    private static final long PATIENCE_S = 10;

    /** The names of the rules in force after each change, or the error's text. */
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    @TempDir
    Path home;

    private Path folder = Path.of("/");

    @BeforeEach
    void nameFolder() {
        folder = home.resolve("config/vitrine/policy.d");
    }

    @Test
    void readsAgainWhatComesChangesAndGoes() throws Exception {
        Files.createDirectories(folder);
        try (RuleWatch _ = watch()) {
            write("a.toml", "one");
            isTold("one");
            write("a.toml", "two");
            isTold("two");
            Files.delete(folder.resolve("a.toml"));
            isTold("");
        }
    }

    @Test
    void noticesFoldersThatAppearLater() throws Exception {
        try (RuleWatch _ = watch()) {
            Files.createDirectories(folder);
            write("a.toml", "one");
            isTold("one");
        }
    }

    @Test
    void noticesThatAFolderIsDeletedAndMadeAgain() throws Exception {
        Files.createDirectories(folder);
        write("a.toml", "one");
        try (RuleWatch _ = watch()) {
            Files.delete(folder.resolve("a.toml"));
            Files.delete(folder);
            isTold("");
            Files.createDirectory(folder);
            write("a.toml", "two");
            isTold("two");
            write("a.toml", "three");
            isTold("three");
        }
    }

    @Test
    void noticesThatAFolderIsExchangedForAnother() throws Exception {
        Files.createDirectories(folder);
        write("a.toml", "one");
        try (RuleWatch _ = watch()) {
            Files.move(folder, folder.resolveSibling("old"));
            isTold("");
            Files.createDirectory(folder);
            write("b.toml", "two");
            isTold("two");
        }
    }

    @Test
    void noticesAFileThatAnEditorRenamesOverTheOldOne() throws Exception {
        Files.createDirectories(folder);
        write("a.toml", "one");
        try (RuleWatch _ = watch()) {
            write("a.toml~", "two");
            Files.move(folder.resolve("a.toml~"), folder.resolve("a.toml"), StandardCopyOption.ATOMIC_MOVE);
            isTold("two");
        }
    }

    @Test
    void noticesAChangeBehindALink() throws Exception {
        Files.createDirectories(folder);
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("rules"), RULE.replace("NAME", "one"));
        Files.createSymbolicLink(folder.resolve("a.toml"), elsewhere.resolve("rules"));
        try (RuleWatch _ = watch()) {
            Files.writeString(elsewhere.resolve("rules"), RULE.replace("NAME", "two"));
            isTold("two");
        }
    }

    @Test
    void tellsTheErrorAndThenTheRulesOnceItIsMended() throws Exception {
        Files.createDirectories(folder);
        try (RuleWatch _ = watch()) {
            Files.writeString(folder.resolve("a.toml"), RULE + "title = 'Scr");
            isTold("error " + folder + "/a.toml:5:");
            write("a.toml", "one");
            isTold("one");
        }
    }

    @Test
    void goesOnAfterAReceiverThatFails() throws Exception {
        Files.createDirectories(folder);
        RuleWatch watch = RuleWatch.over(files());
        try (watch) {
            watch.start(new RuleRenewal(files()::read, new Told() {
                @Override
                public CompletionStage<Void> apply(Policy policy) {
                    super.apply(policy);
                    throw new IllegalStateException("as rehearsed");
                }
            }));
            write("a.toml", "one");
            isTold("one");
            write("a.toml", "two");
            isTold("two");
        }
    }

    @Test
    void missesNothingThatChangesBeforeItIsStarted() throws Exception {
        Files.createDirectories(folder);
        RuleWatch watch = RuleWatch.over(files());
        try (watch) {
            write("a.toml", "one");
            start(watch);
            isTold("one");
        }
    }

    @Test
    void watchesTheNamedFiles() throws Exception {
        Path named = home.resolve("mine.rules");
        Files.writeString(named, RULE.replace("NAME", "one"));
        RuleFiles files = new RuleFiles(new RulePlaces(List.of(named), List.of()));
        RuleWatch watch = RuleWatch.over(files);
        try (watch) {
            start(watch, files);
            Files.writeString(home.resolve("new"), RULE.replace("NAME", "two"));
            Files.move(home.resolve("new"), named, StandardCopyOption.ATOMIC_MOVE);
            isTold("two");
            Files.delete(named);
            isTold("error " + named);
        }
    }

    @Test
    void survivesMoreEventsThanItsQueueHolds() throws Exception {
        Files.createDirectories(folder);
        try (RuleWatch _ = watch()) {
            for (int i = 0; i < 2_000; i++) {
                Path passing = Files.createFile(folder.resolve("passing" + i));
                Files.delete(passing);
            }
            write("a.toml", "one");
            isTold("one");
        }
    }

    @Test
    void handsNothingOverForWhatIsNoRule() throws Exception {
        Files.createDirectories(folder);
        try (RuleWatch _ = watch()) {
            Files.writeString(folder.resolve("README"), "no rule");
            write("a.toml", "one");
            isTold("one");
            assertThat(told).isEmpty();
        }
    }

    private RuleFiles files() {
        return new RuleFiles(new RulePlaces(List.of(), List.of(folder)));
    }

    private RuleWatch watch() {
        RuleWatch watch = RuleWatch.over(files());
        start(watch);
        return watch;
    }

    private void start(RuleWatch watch) {
        start(watch, files());
    }

    private void start(RuleWatch watch, RuleFiles files) {
        watch.start(new RuleRenewal(files::read, new Told()));
    }

    private class Told implements RulesInForce {
        @Override
        public CompletionStage<Void> apply(Policy policy) {
            told.add(names(policy.rules()));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void refuse(VitrineException why) {
            told.add("error " + why.text());
        }
    }

    private static String names(List<Rule> rules) {
        return String.join(
                ",",
                rules.stream()
                        .filter(rule -> !rule.source().file().equals(DefaultRules.FILE))
                        .map(Rule::name)
                        .toList());
    }

    /** Passes over what a file that is being written looks like meanwhile. */
    private void isTold(String expected) throws InterruptedException {
        String last = "nothing";
        @Nullable String next;
        do {
            next = told.poll(PATIENCE_S, TimeUnit.SECONDS);
            last = next == null ? last : next;
        } while (next != null && !fits(next, expected));
        assertThat(next).as("told before: %s", last).isNotNull();
    }

    private static boolean fits(String actual, String expected) {
        return expected.startsWith("error ") ? actual.startsWith(expected) : actual.equals(expected);
    }

    private void write(String name, String rule) throws IOException {
        Files.writeString(folder.resolve(name), RULE.replace("NAME", rule));
    }
}
