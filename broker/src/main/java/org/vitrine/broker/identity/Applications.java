package org.vitrine.broker.identity;

import java.io.IOException;
import java.util.Optional;
import org.vitrine.fd.OwnedFd;

/**
 * Finds out which application a process is. What can't be established is an error, never an unsandboxed program. May
 * block: not for the bus's reader thread.
 */
public final class Applications {
    private final ProcessFiles files;
    private final Snapd snapd;
    private final DesktopFiles desktopFiles;

    Applications(ProcessFiles files, Snapd snapd, DesktopFiles desktopFiles) {
        this.files = files;
        this.snapd = snapd;
        this.desktopFiles = desktopFiles;
    }

    /** Finds out with what this system has. */
    public static Applications ofSystem() {
        return new Applications(
                ProcessFiles.ofKernel(), Snapd.installed(), DesktopFiles.ofEnvironment(System.getenv()));
    }

    ProcessFiles files() {
        return files;
    }

    Application application(int pid, long uid, String controlGroups) throws IOException {
        Optional<FlatpakInfo> flatpak = flatpakInfo(pid);
        boolean snap = Snapd.runs(controlGroups);
        if (flatpak.isPresent() && snap) {
            throw new IOException("the process shows the signs of two sandboxes");
        }
        if (flatpak.isPresent()) {
            return flatpak.get().application();
        }
        return snap ? snapd.application(pid) : host(uid, controlGroups);
    }

    private Optional<FlatpakInfo> flatpakInfo(int pid) throws IOException {
        try (OwnedFd root = files.root(pid)) {
            return FlatpakInfo.read(root);
        }
    }

    private Application host(long uid, String controlGroups) {
        return Application.host(SystemdUnit.of(controlGroups)
                .flatMap(unit -> unit.applicationId(uid))
                .filter(desktopFiles::holdUnsandboxed)
                .orElse(""));
    }
}
