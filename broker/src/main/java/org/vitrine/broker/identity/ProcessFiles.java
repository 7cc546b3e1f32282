package org.vitrine.broker.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.vitrine.fd.OpenFile;
import org.vitrine.fd.OpenFlag;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.SystemCallException;

/**
 * Reads what the kernel shows of a process in {@code /proc} (proc(5)). Its files are the kernel's own and never block;
 * what lies below a process's root is the process's, and may.
 *
 * @param proc where {@code /proc} is
 */
public record ProcessFiles(Path proc) {
    /** Field 22 is the 20th after the command's closing parenthesis (proc_pid_stat(5)). */
    private static final int START_TIME_AFTER_COMMAND = 20;

    /** Enough for two thousand groups, and for paths of control groups of any reasonable depth. */
    private static final int MAX_BYTES = 16 * 1024;

    /** Enough for thousands of mounts; who has more is not identified. */
    private static final int MAX_MOUNT_BYTES = 1024 * 1024;

    private static final int EFFECTIVE = 1;

    /** Reads the kernel's own {@code /proc}. */
    public static ProcessFiles ofKernel() {
        return new ProcessFiles(Path.of("/proc"));
    }

    long startTicks(int pid) throws IOException {
        String stat = read(of(pid).resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).split(" ", -1);
        if (fields.length <= START_TIME_AFTER_COMMAND) {
            throw unexpected("stat");
        }
        return Long.parseLong(fields[START_TIME_AFTER_COMMAND]);
    }

    /**
     * Tells whether a process is still the one that was identified. Reads the kernel's own files only, so it never
     * blocks.
     */
    public boolean isSameProcess(PeerProcess process) {
        try {
            return startTicks(process.pid()) == process.startTicks();
        } catch (IOException e) {
            return false;
        }
    }

    String controlGroups(int pid) throws IOException {
        return read(of(pid).resolve("cgroup"));
    }

    /** Reads the groups that a process is in: the one it acts as, and all others. */
    Set<Long> groups(int pid) throws IOException {
        String status = read(of(pid).resolve("status"));
        Set<Long> groups = new LinkedHashSet<>();
        groups.add(Long.valueOf(field(status, "Gid:")[EFFECTIVE]));
        for (String group : field(status, "Groups:")) {
            if (!group.isEmpty()) {
                groups.add(Long.valueOf(group));
            }
        }
        return groups;
    }

    private static String[] field(String status, String name) throws IOException {
        return status.lines()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .map(line -> line.substring(name.length()).strip().split("\\s+", -1))
                .orElseThrow(() -> unexpected("status"));
    }

    /** Reads where a process's executable is, as the kernel shows it; empty where the kernel does not tell. */
    String executable(int pid) {
        try {
            return Files.readSymbolicLink(of(pid).resolve("exe")).toString();
        } catch (IOException e) {
            return "";
        }
    }

    /** Tells whether looking for a file in a process's root may take as long as somebody pleases. */
    boolean mayHang(int pid, String file) throws IOException {
        return Mounts.mayHang(read(of(pid).resolve("mountinfo"), MAX_MOUNT_BYTES), file);
    }

    /** Opens a process's root directory, to find others in it. */
    OwnedFd root(int pid) throws IOException {
        try {
            return OpenFile.open(of(pid).resolve("root").toString(), EnumSet.of(OpenFlag.PATH, OpenFlag.DIRECTORY));
        } catch (SystemCallException e) {
            throw new IOException("the root of the process can't be looked into", e);
        }
    }

    /** Reads a file whose size the kernel does not tell. */
    private static String read(Path path) throws IOException {
        return read(path, MAX_BYTES);
    }

    private static String read(Path path, int maxBytes) throws IOException {
        try (OwnedFd file = OpenFile.open(path.toString(), Set.of())) {
            byte[] content = OpenFile.read(file, maxBytes);
            if (content.length == maxBytes) {
                throw unexpected("PID");
            }
            return new String(content, StandardCharsets.UTF_8);
        } catch (SystemCallException e) {
            throw new IOException("the process can't be looked at", e);
        }
    }

    private static IOException unexpected(String file) {
        return new IOException("unexpected form of /proc/" + file);
    }

    private Path of(int pid) {
        return proc.resolve(Integer.toString(pid));
    }
}
