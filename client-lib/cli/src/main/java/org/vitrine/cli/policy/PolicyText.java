package org.vitrine.cli.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.vitrine.policy.PolicyFile;

/** Reads the bytes of a rule file or a file of cases. */
final class PolicyText {
    private PolicyText() {}

    /**
     * Reads a file of at most {@link PolicyFile#MAX_BYTES}. It may be a pipe, as shells make them.
     *
     * @throws IOException with a text for people, which does not name the file
     */
    static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(PolicyFile.MAX_BYTES + 1);
            if (bytes.length > PolicyFile.MAX_BYTES) {
                throw new IOException("larger than 1 MiB: split it into several files");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new IOException("there is no such file", e);
        } catch (AccessDeniedException e) {
            throw new IOException("you may not read it", e);
        }
    }
}
