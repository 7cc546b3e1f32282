package org.vitrine.broker.grants.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.broker.grants.table.TableContract.get;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.fd.LeakCheck;

/** What was acknowledged survives {@code kill -9} at every step of a write, and a write that was torn. */
@ExtendWith(LeakCheck.class)
class CrashIT {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin/java");
    private static final String KEPT = "org.example.Kept/Row";
    private static final int KILLED = 137;

    @TempDir
    Path folder;

    /** A run that was killed or not, and how many changes it acknowledged. */
    private record Run(int exitCode, int acknowledged) {}

    @ParameterizedTest
    @CsvSource({
        "openat, false, 2", "pwrite64, false, 9", "fsync, false, 9",
        "openat, true, 1", "pwrite64, true, 9", "fsync, true, 9"
    })
    void whatWasAcknowledgedSurvivesAKillAtEachCall(String call, boolean fileIsThere, int callsAtLeast)
            throws Exception {
        int kills = 0;
        for (int nth = 1; ; nth++) {
            Path file = folder.resolve(nth + "/grants.db");
            List<Map<String, PermissionRow>> states = states(folder.resolve(nth + "/model.db"), fileIsThere);
            if (fileIsThere) {
                begin(file);
            }
            Run run = write(file, "-P", file.toString(), "-e", "inject=" + call + ":signal=KILL:when=" + nth);
            assertThat(run.exitCode()).isIn(0, KILLED);

            int unacknowledged = Math.min(run.acknowledged() + 1, states.size() - 1);
            assertThat(rows(file))
                    .as("%s number %s, %s acknowledged", call, nth, run.acknowledged())
                    .isIn(states.get(run.acknowledged()), states.get(unacknowledged));
            assertThat(names(file.getParent())).doesNotContain("damaged");
            if (run.exitCode() == 0) {
                break;
            }
            kills++;
        }
        assertThat(kills).as("how often it was killed").isGreaterThanOrEqualTo(callsAtLeast);
    }

    @Test
    void noOtherCallsWriteTheFile() throws Exception {
        Path log = folder.resolve("trace");
        Path file = folder.resolve("grants.db");

        write(file, "-o", log.toString(), "-P", file.toString());

        assertThat(Files.readAllLines(log))
                .filteredOn(line -> !line.contains(" --- "))
                .map(line -> line.replaceAll("^\\d+ +|\\(.*", ""))
                .containsOnly("access", "openat", "pwrite64", "fsync");
    }

    @Test
    void everyChangeIsOnTheDiskBeforeItIsAcknowledged() throws Exception {
        Path log = folder.resolve("trace");

        write(folder.resolve("new/grants.db"), "-y", "-o", log.toString());

        List<String> lines = Files.readAllLines(log);
        assertThat(new SyncTrace(lines).faults()).isEmpty();
        assertThat(lines).as("the file's name too").anyMatch(line -> line.matches(".*fsync\\(\\d+<.*/new>\\).*"));
    }

    @Test
    void aTraceWithoutSyncsIsFoundFault() throws Exception {
        Path log = folder.resolve("trace");
        write(folder.resolve("grants.db"), "-y", "-o", log.toString());

        List<String> unsynced = Files.readAllLines(log).stream()
                .filter(line -> !line.contains("fsync"))
                .toList();

        assertThat(new SyncTrace(unsynced).faults())
                .hasSize(CrashingWriter.changes().size())
                .first()
                .isEqualTo("0 was not synced");
    }

    /** A machine that loses its power can leave a part of what was being written, and it need not be the first part. */
    @Test
    void aTornWriteLeavesWhatWasThereBefore() throws IOException {
        Path file = folder.resolve("grants.db");
        List<Map<String, PermissionRow>> states = states(folder.resolve("model.db"), false);
        byte[] before = new byte[0];
        for (int change = 0; change < CrashingWriter.changes().size(); change++) {
            apply(file, CrashingWriter.changes().get(change));
            byte[] after = Files.readAllBytes(file);
            if (change > 0) {
                for (byte[] torn : torn(before, after)) {
                    Path copy = folder.resolve("torn/grants.db");
                    Files.createDirectories(copy.getParent());
                    Files.write(copy, torn);
                    assertThat(rows(copy)).isIn(states.get(change), states.get(change + 1));
                    assertThat(names(copy.getParent())).doesNotContain("damaged");
                }
            }
            before = after;
        }
    }

    private static List<byte[]> torn(byte[] before, byte[] after) {
        List<byte[]> torn = new ArrayList<>();
        int sector = 512;
        for (int sectors = 0; sectors * sector < after.length; sectors++) {
            byte[] firstPart = Arrays.copyOf(before, Math.max(before.length, sectors * sector));
            System.arraycopy(after, 0, firstPart, 0, sectors * sector);
            torn.add(firstPart);
            byte[] lastPart = after.clone();
            System.arraycopy(before, 0, lastPart, 0, Math.min(before.length, sectors * sector));
            Arrays.fill(lastPart, before.length, Math.max(before.length, sectors * sector), (byte) 0);
            torn.add(lastPart);
        }
        return torn;
    }

    private Run write(Path file, String... straceOptions) throws Exception {
        Files.createDirectories(file.getParent().getParent());
        List<String> command = new ArrayList<>(List.of("strace", "-f", "-qq", "-e"));
        command.add("trace=%file,write,pwrite64,writev,pwritev,fsync,fdatasync,ftruncate,fallocate");
        if (!List.of(straceOptions).contains("-o")) {
            command.addAll(List.of("-o", "/dev/null"));
        }
        command.addAll(List.of(straceOptions));
        command.addAll(List.of(JAVA.toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.addAll(List.of(CrashingWriter.class.getName(), file.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int acknowledged = (int) process.inputReader()
                .lines()
                .filter(CrashingWriter.ACKNOWLEDGED::equals)
                .count();
        return new Run(process.waitFor(), acknowledged);
    }

    /** Returns the rows after no change, after the first, and so on. */
    private static List<Map<String, PermissionRow>> states(Path model, boolean begun) {
        if (begun) {
            begin(model);
        }
        List<Map<String, PermissionRow>> states = new ArrayList<>(List.of(rows(model)));
        CrashingWriter.changes().forEach(change -> {
            apply(model, change);
            states.add(rows(model));
        });
        return states;
    }

    private static void begin(Path file) {
        apply(file, table -> table.setPermission(KEPT, "org.example.App", List.of("write=always")));
    }

    private static void apply(Path file, Function<PermissionTable, CompletionStage<?>> change) {
        try (PermissionTable table = new EmbeddedPermissionTable(file, InstantSource.system())) {
            get(change.apply(table));
        }
    }

    private static Map<String, PermissionRow> rows(Path file) {
        Map<String, PermissionRow> rows = new HashMap<>();
        try (PermissionTable table = new EmbeddedPermissionTable(file, InstantSource.system())) {
            get(table.objects()).forEach(object -> rows.put(object, get(table.lookup(object))));
        }
        return rows;
    }

    private static String names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString).toList().toString();
        }
    }
}
