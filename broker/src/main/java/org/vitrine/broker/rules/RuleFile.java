package org.vitrine.broker.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.FileStatus;
import org.vitrine.fd.FileType;
import org.vitrine.fd.OpenFile;
import org.vitrine.fd.OpenFlag;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.SystemCallException;
import org.vitrine.policy.PolicyFile;
import org.vitrine.policy.PolicyFileException;
import org.vitrine.policy.Rule;

/** Reads one rule file. */
final class RuleFile {
    private RuleFile() {}

    /**
     * Reads all its rules. Never waits for the other end of a FIFO.
     *
     * @throws VitrineException Failed, with a text that names the file, the place in it if there is one, and what to do
     */
    static List<Rule> read(Path path) {
        try (OwnedFd file = OpenFile.open(path.toString(), Set.of(OpenFlag.NON_BLOCK))) {
            return PolicyFile.parse(path.toString(), content(path, file));
        } catch (PolicyFileException e) {
            throw RuleFault.of(String.valueOf(e.getMessage()), e);
        } catch (SystemCallException e) {
            throw RuleFault.of(path + ": can't be read (" + e.errno() + "): " + hint(e), e);
        }
    }

    private static byte[] content(Path path, OwnedFd file) {
        FileStatus status = FileStatus.of(file);
        if (status.type() != FileType.REGULAR) {
            throw RuleFault.of(path + ": is no regular file: rename it, or put a file of rules in its place");
        }
        byte[] content = status.sizeBytes() > PolicyFile.MAX_BYTES
                ? new byte[PolicyFile.MAX_BYTES + 1]
                : OpenFile.read(file, PolicyFile.MAX_BYTES + 1);
        if (content.length > PolicyFile.MAX_BYTES) {
            throw RuleFault.of(path + ": is larger than 1 MiB: split it into several files");
        }
        return content;
    }

    private static String hint(SystemCallException e) {
        return switch (e.errno()) {
            case ENOENT -> "check that it is there, and that no link leads nowhere";
            case ELOOP -> "its symbolic links lead in a circle; remove one of them";
            case EACCES, EPERM -> "let the user who runs the broker read it";
            case ENXIO, ENODEV -> "it is no regular file; rename it, or put a file of rules in its place";
            case EMFILE, ENFILE -> "too many files are open; try again later";
            default -> "check the file and the disk that it is on";
        };
    }
}
