package org.vitrine.broker.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads what the kernel shows of a process in {@code /proc} (proc(5)). May block: not for the bus's reader thread. */
public final class ProcessFiles {
    /** Field 22 is the 20th after the command's closing parenthesis (proc_pid_stat(5)). */
    private static final int START_TIME_AFTER_COMMAND = 20;

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
        String stat = Files.readString(of(pid).resolve("stat"));
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
        return Application.host(SystemdUnit.applicationId(Files.readString(of(pid).resolve("cgroup")))
                .filter(desktopFiles::contain)
                .orElse(""));
    }

    private Path of(int pid) {
        return proc.resolve(Integer.toString(pid));
    }
}
