package org.vitrine.fd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test that leaves descriptors behind, closes one twice, or has one closed under it.
 *
 * <p>Looks at the ledger and at {@code /proc/self/fd}, leaving out the kinds that the JVM opens by itself: regular
 * files on disk (classes, jars) and devices. Waits up to five seconds for closes under way. For tests that run one at a
 * time.
 */
public final class LeakCheck implements BeforeEachCallback, AfterEachCallback {
    private static final Path OWN_FDS = Path.of("/proc/self/fd");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private int ledgerBefore;
    private long mistakesBefore;
    private List<String> filesBefore = List.of();

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        FdLedger.beStrict(true);
        FdLedger.trackOrigins(true);
        ledgerBefore = FdLedger.openCount();
        mistakesBefore = mistakes();
        filesBefore = openFiles();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException, InterruptedException {
        long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
        while ((FdLedger.openCount() > ledgerBefore || openFiles().size() > filesBefore.size())
                && System.nanoTime() < deadlineNanos) {
            Thread.sleep(5);
        }
        if (FdLedger.openCount() > ledgerBefore) {
            AssertionError leak = new AssertionError("Descriptors were left open: " + FdLedger.openCount()
                    + " in the ledger, " + ledgerBefore + " before the test");
            FdLedger.origins().forEach(leak::addSuppressed);
            throw leak;
        }
        assertThat(openFiles()).as("files open after the test").hasSizeLessThanOrEqualTo(filesBefore.size());
        assertThat(mistakes()).as("descriptors closed twice or by a stranger").isEqualTo(mistakesBefore);
    }

    private static long mistakes() {
        return FdLedger.closedTwiceCount() + FdLedger.closedByStrangersCount();
    }

    private static List<String> openFiles() throws IOException {
        List<String> targets = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(OWN_FDS)) {
            for (Path entry : entries) {
                String target = target(entry);
                if (countsAsOurs(target)) {
                    targets.add(target);
                }
            }
        }
        return targets;
    }

    private static String target(Path entry) throws IOException {
        try {
            return Files.readSymbolicLink(entry).toString();
        } catch (NoSuchFileException closedMeanwhile) {
            return "";
        }
    }

    private static boolean countsAsOurs(String target) {
        return target.startsWith("/memfd:")
                || target.startsWith("/dmabuf:")
                || target.startsWith("socket:")
                || target.startsWith("pipe:")
                || target.startsWith("anon_inode:");
    }
}
