package org.vitrine.broker.journal;

import java.nio.file.Path;

/**
 * Says where a journal is kept, and how much of it.
 *
 * @param file the file that is written; older ones stand beside it, with .1, .2 and so on after its name
 * @param maxFileBytes how long a file gets before it is put aside; at most 8 MiB
 * @param files how many files there are at most, the one that is written among them
 * @param waiting how many entries may wait to be written; what comes beyond is counted, and lost
 */
public record JournalSettings(Path file, long maxFileBytes, int files, int waiting) {
    private static final long MAX_FILE_BYTES = 1 << 20;
    private static final int FILES = 5;
    private static final int WAITING = 1024;

    public JournalSettings {
        if (maxFileBytes < 1 || maxFileBytes > JournalFiles.MAX_BYTES || files < 1 || waiting < 1) {
            throw new IllegalArgumentException("a journal has room for something, and its files are at most 8 MiB");
        }
    }

    /** Keeps five files of 1 MiB. */
    public static JournalSettings of(Path file) {
        return new JournalSettings(file, MAX_FILE_BYTES, FILES, WAITING);
    }
}
