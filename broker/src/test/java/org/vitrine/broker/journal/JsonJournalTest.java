package org.vitrine.broker.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.fd.LeakCheck;

@ExtendWith(LeakCheck.class)
class JsonJournalTest {
    private static final Instant TIME = Instant.parse("2026-03-01T09:08:07.006Z");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void numbersEntriesOnAfterARestart() {
        write(settings(), "first", "second");
        write(settings(), "third");

        assertThat(read(0, 10)).extracting(JsonJournalTest::detail).containsExactly("first", "second", "third");
        assertThat(read(0, 10)).extracting(JsonJournalTest::number).containsExactly(1L, 2L, 3L);
        assertThat(read(2, 10)).extracting(JsonJournalTest::detail).containsExactly("third");
        assertThat(read(0, 2)).extracting(JsonJournalTest::detail).containsExactly("first", "second");
    }

    @Test
    void isForItsOwnerAlone() throws IOException {
        write(settings(), "x");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("vitrine"))))
                .isEqualTo("rwx------");
    }

    @Test
    void throwsTheOldestAwayWhenFilesAreFull() throws IOException {
        JournalSettings small = new JournalSettings(file(), 300, 3, 1000);
        write(small, IntStream.range(0, 50).mapToObj(Integer::toString).toArray(String[]::new));

        try (var files = Files.list(folder.resolve("vitrine"))) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("journal.jsonl", "journal.jsonl.1", "journal.jsonl.2");
        }
        assertThat(Files.size(file())).isLessThanOrEqualTo(300);
        List<Long> numbers = read(0, 100).stream().map(JsonJournalTest::number).toList();
        assertThat(numbers)
                .hasSizeGreaterThan(3)
                .isEqualTo(
                        LongStream.rangeClosed(numbers.getFirst(), 50).boxed().toList());
        write(small, "after");
        assertThat(read(50, 100))
                .singleElement()
                .extracting(JsonJournalTest::detail)
                .isEqualTo("after");
    }

    @Test
    void countsWhatFindsNoRoomAndSaysSo() {
        JsonJournal journal = new JsonJournal(new JournalSettings(file(), 1 << 20, 5, 4), Runnable::run, () -> TIME);
        IntStream.range(0, 10).forEach(i -> journal.note(TestEntries.changed(Integer.toString(i))));
        journal.start().close();

        assertThat(read(0, 10)).first().asString().contains("\"event\":\"lost\",\"entries\":6");
        assertThat(read(1, 10)).extracting(JsonJournalTest::detail).containsExactly("0", "1", "2", "3");
    }

    @Test
    void closesOffALineThatABrokerWasKilledIn() throws IOException {
        write(settings(), "whole");
        Files.writeString(file(), "{\"n\":2,\"time\":\"2026-03-01T0", StandardOpenOption.APPEND);
        assertThat(read(0, 10)).extracting(JsonJournalTest::detail).containsExactly("whole");

        write(settings(), "next");

        assertThat(read(0, 10)).extracting(JsonJournalTest::detail).containsExactly("whole", "next");
        assertThat(read(0, 10)).extracting(JsonJournalTest::number).containsExactly(1L, 2L);
        assertThat(Files.readAllLines(file())).hasSize(3);
    }

    @Test
    void goesOnWhereTheFolderCanNotBeWritten() throws IOException {
        Path inTheWay = folder.resolve("vitrine");
        Files.writeString(inTheWay, "a file");
        JsonJournal journal = new JsonJournal(settings(), Runnable::run, () -> TIME).start();
        journal.note(TestEntries.changed("lost"));
        awaitEmpty(journal);
        Files.delete(inTheWay);
        journal.note(TestEntries.changed("kept"));
        journal.close();

        assertThat(read(0, 10)).first().asString().contains("\"event\":\"lost\",\"entries\":1");
        assertThat(read(1, 10)).extracting(JsonJournalTest::detail).containsExactly("kept");
    }

    @Test
    void writesThroughNoLink() throws IOException {
        Files.createDirectory(folder.resolve("vitrine"));
        Files.createSymbolicLink(file(), folder.resolve("elsewhere"));

        write(settings(), "x");

        assertThat(folder.resolve("elsewhere")).doesNotExist();
        assertThat(read(0, 10)).isEmpty();
    }

    @Test
    void isNotHeldUpByAFifo() throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve("vitrine"));
        new ProcessBuilder("mkfifo", file().toString()).start().waitFor();

        write(settings(), "x");

        assertThat(read(0, 10)).isEmpty();
    }

    @Test
    void readsNothingFromAFileThatIsNoJournal() throws IOException {
        Files.createDirectory(folder.resolve("vitrine"));
        Files.writeString(file(), "rubbish\n{}\n[1]\n{\"n\":\"1\"}\n{\"n\":5,\n{\"x\":1,\"n\":3}\n");

        assertThat(read(0, 10)).isEmpty();
        write(settings(), "first");
        assertThat(read(0, 10)).extracting(JsonJournalTest::number).containsExactly(1L);
    }

    @Test
    void takesEntriesFromManyThreadsAtOnce() throws InterruptedException {
        JournalSettings small = new JournalSettings(file(), 10_000, 1000, 100_000);
        JsonJournal journal = new JsonJournal(small, Runnable::run, () -> TIME).start();
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                await(go);
                IntStream.range(0, 100).forEach(n -> journal.note(TestEntries.decided("title " + n)));
            }));
        }
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        journal.close();

        JsonJournal reader = new JsonJournal(small, Runnable::run, () -> TIME);
        assertThat(reader.read(0, 1000).toCompletableFuture().join().lines())
                .extracting(JsonJournalTest::number)
                .isEqualTo(LongStream.rangeClosed(1, 800).boxed().toList());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until the writer has taken what waited, which it then can't write. */
    private static void awaitEmpty(JsonJournal journal) {
        while (journal.lostCount() == 0) {
            Thread.onSpinWait();
        }
    }

    private void write(JournalSettings settings, String... details) {
        JsonJournal journal = new JsonJournal(settings, Runnable::run, () -> TIME).start();
        for (String detail : details) {
            journal.note(TestEntries.changed(detail));
        }
        journal.close();
    }

    private List<String> read(long after, int most) {
        return new JsonJournal(settings(), Runnable::run, () -> TIME)
                .read(after, most)
                .toCompletableFuture()
                .join()
                .lines();
    }

    private JournalSettings settings() {
        return JournalSettings.of(file());
    }

    private Path file() {
        return folder.resolve("vitrine/journal.jsonl");
    }

    private static long number(String line) {
        return Long.parseLong(line.substring("{\"n\":".length(), line.indexOf(',')));
    }

    private static String detail(String line) {
        String marker = "\"detail\":\"";
        int start = line.indexOf(marker) + marker.length();
        return line.substring(start, line.indexOf('"', start));
    }
}
