package org.vitrine.broker.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Names, opens and rotates a journal's files. Readers and the writer may use it at the same time. */
final class JournalFiles {
    private static final Set<OpenOption> TO_APPEND = Set.of(
            StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    /** A file that is longer was not written by a broker, and is not read. */
    static final long MAX_BYTES = 8 << 20;

    private final Path file;
    private final int files;

    JournalFiles(Path file, int files) {
        this.file = file;
        this.files = files;
    }

    /** Opens the file that is written, for its owner alone, and makes its folder where there is none. */
    FileChannel openToWrite() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        requireRegular();
        return FileChannel.open(
                file, TO_APPEND, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /** Refuses what could hold the writer up, such as a FIFO. */
    private void requireRegular() throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("the journal is not a regular file");
        }
    }

    /** Puts the file that was written aside, as .1, each older one a number further, and throws the oldest away. */
    synchronized void rotate() throws IOException {
        if (files == 1) {
            Files.deleteIfExists(file);
            return;
        }
        for (int number = files - 1; number >= 1; number--) {
            if (Files.exists(numbered(number - 1), LinkOption.NOFOLLOW_LINKS)) {
                Files.move(numbered(number - 1), numbered(number), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Opens what can be read, newest first. The caller closes it. */
    synchronized List<InputStream> openToRead() throws IOException {
        List<InputStream> streams = new ArrayList<>();
        try {
            for (int number = 0; number < files; number++) {
                Path next = numbered(number);
                if (Files.isRegularFile(next, LinkOption.NOFOLLOW_LINKS) && Files.size(next) <= MAX_BYTES) {
                    streams.add(Channels.newInputStream(
                            FileChannel.open(next, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
                }
            }
            return streams;
        } catch (IOException e) {
            for (InputStream stream : streams) {
                stream.close();
            }
            throw e;
        }
    }

    private Path numbered(int number) {
        return number == 0 ? file : file.resolveSibling(file.getFileName() + "." + number);
    }
}
