package org.vitrine.broker.grants.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.LeakCheck;

@ExtendWith(LeakCheck.class)
class EmbeddedPermissionTableTest extends TableContract {
    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

    @TempDir
    Path folder;

    @Override
    PermissionTable open() {
        return new EmbeddedPermissionTable(file(), () -> NOW);
    }

    private Path file() {
        return folder.resolve("state/vitrine/grants.db");
    }

    @Test
    void makesNothingBeforeItIsNeeded() {
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void nobodyElseMayReadTheFile() throws IOException {
        get(table.setPermission(OBJECT, APP, List.of("yes")));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void aSecondBrokerIsToldThatTheFileIsInUse() {
        get(table.setPermission(OBJECT, APP, List.of("yes")));
        try (PermissionTable second = open()) {
            assertThatThrownBy(() -> get(second.lookup(OBJECT)))
                    .cause()
                    .isInstanceOfSatisfying(
                            VitrineException.class, e -> assertThat(e.text()).contains("in use by another broker"));
            table.close();

            assertThat(get(second.lookup(OBJECT)).of(APP)).containsExactly("yes");
        }
        assertThat(names()).containsExactly("grants.db");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4096, 8192, 9000, 12_000})
    void aFileThatIsCutOffOpens(int bytes) throws IOException {
        get(table.setPermission(OBJECT, APP, List.of("yes")));
        table.close();
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, Math.min(bytes, whole.length)));

        table = open();

        get(table.lookup(OBJECT));
        get(table.setPermission(OBJECT, APP, List.of("no")));
        assertThat(get(table.lookup(OBJECT)).of(APP)).containsExactly("no");
    }

    @Test
    void aDamagedFileIsPutAsideAndANewOneBegun() throws IOException {
        get(table.setPermission(OBJECT, APP, List.of("yes")));
        table.close();
        byte[] noise = new byte[20_000];
        new Random(1).nextBytes(noise);
        Files.write(file(), noise);
        openAndListen();

        assertThat(get(table.lookup(OBJECT))).isEqualTo(PermissionRow.NONE);
        assertThat(missed).as("what was known of rows does not hold").hasValue(1);
        get(table.setPermission(OBJECT, APP, List.of("no")));
        assertThat(names()).containsExactlyInAnyOrder("grants.db", "grants.db.damaged-" + NOW.toEpochMilli());
        assertThat(Files.readAllBytes(file().resolveSibling("grants.db.damaged-" + NOW.toEpochMilli())))
                .isEqualTo(noise);
    }

    @Test
    void everyBitThatFlipsIsFoundOrHarmless() throws IOException {
        for (int i = 0; i < 20; i++) {
            get(table.setPermission(OBJECT + i, APP, List.of("read=never")));
        }
        table.close();
        byte[] whole = Files.readAllBytes(file());
        Random random = new Random(2);
        for (int round = 0; round < 100; round++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file(), changed);
            try (PermissionTable damaged = open()) {
                for (int i = 0; i < 20; i++) {
                    String object = OBJECT + i;
                    List<String> texts = damaged.lookup(object)
                            .toCompletableFuture()
                            .exceptionally(_ -> PermissionRow.NONE)
                            .join()
                            .of(APP);
                    assertThat(texts).isNotEqualTo(List.of("read=always"));
                }
            }
        }
    }

    @Test
    void aFolderThatCannotBeMadeFailsEachCallAndNothingElse() throws IOException {
        Files.writeString(folder.resolve("state"), "a file in the way");

        assertThatThrownBy(() -> get(table.lookup(OBJECT))).hasCauseInstanceOf(VitrineException.class);
        Files.delete(folder.resolve("state"));

        assertThat(get(table.lookup(OBJECT))).isEqualTo(PermissionRow.NONE);
    }

    @Test
    void callsAfterItsEndFail() {
        table.close();

        assertThatThrownBy(() -> get(table.lookup(OBJECT))).hasCauseInstanceOf(VitrineException.class);
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(file().getParent())) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
