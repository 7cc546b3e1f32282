package org.vitrine.broker.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.vitrine.fd.OpenFile;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.SystemCallException;

/** Reads what the kernel shows of a process in {@code /proc} (proc(5)). May block: not for the bus's reader thread. */
public final class ProcessFiles {
    /** Field 22 is the 20th after the command's closing parenthesis (proc_pid_stat(5)). */
    private static final int START_TIME_AFTER_COMMAND = 20;

    /** A page, and paths of control groups of any reasonable depth. */
    private static final int MAX_BYTES = 16 * 1024;

    private final Path proc;
    private final DesktopFiles desktopFiles;

    /** Reads the kernel's own {@code /proc}. */
    public static ProcessFiles ofKernel() {
        return new ProcessFiles(Path.of("/proc"), DesktopFiles.ofEnvironment(System.getenv()));
    }

    ProcessFiles(Path proc, DesktopFiles desktopFiles) {
        this.proc = proc;
        this.desktopFiles = desktopFiles;
    }

    long startTicks(int pid) throws IOException {
        String stat = read(of(pid).resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).split(" ", -1);
        if (fields.length <= START_TIME_AFTER_COMMAND) {
            throw new IOException("unexpected form of /proc/PID/stat");
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

    Application application(int pid) throws IOException {
        Optional<String> flatpakInfo = FlatpakInfo.read(of(pid).resolve("root"));
        if (flatpakInfo.isPresent()) {
            return Application.flatpak(FlatpakInfo.applicationId(flatpakInfo.get()));
        }
        return Application.host(SystemdUnit.applicationId(read(of(pid).resolve("cgroup")))
                .filter(desktopFiles::contain)
                .orElse(""));
    }

    /** Reads a file whose size the kernel does not tell. */
    private static String read(Path path) throws IOException {
        try (OwnedFd file = OpenFile.open(path.toString(), Set.of())) {
            return new String(OpenFile.read(file, MAX_BYTES), StandardCharsets.UTF_8);
        } catch (SystemCallException e) {
            throw new IOException("the process can't be looked at", e);
        }
    }

    private Path of(int pid) {
        return proc.resolve(Integer.toString(pid));
    }
}
