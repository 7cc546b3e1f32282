package org.vitrine.broker.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Asks snapd which snap a process belongs to, with {@code snap routine portal-info PID}.
 *
 * @param program snapd's client
 * @param patience how long it may take
 */
record Snapd(Path program, Duration patience) {
    private static final int MAX_BYTES = 64 * 1024;
    private static final Set<String> HIERARCHIES = Set.of("", "name=systemd", "freezer");
    private static final Pattern INSTANCE_NAME = Pattern.compile("[a-z0-9-]{1,40}(?:_[a-z0-9]{1,10})?");
    private static final int HIERARCHY_ID_CONTROLLERS_PATH = 3;

    /** Asks the one that is installed, if it is. */
    static Snapd installed() {
        return new Snapd(Path.of("/usr/bin/snap"), Duration.ofSeconds(2));
    }

    /** Tells from the text of {@code /proc/PID/cgroup} whether snapd has put a process into a snap. */
    static boolean runs(String cgroup) {
        return cgroup.lines()
                .map(line -> line.split(":", HIERARCHY_ID_CONTROLLERS_PATH))
                .anyMatch(fields -> fields.length == HIERARCHY_ID_CONTROLLERS_PATH
                        && HIERARCHIES.contains(fields[1])
                        && fields[2].contains("/snap."));
    }

    /**
     * Asks. Blocks until it answers, or for the patience.
     *
     * @return the application, whose id is formed as xdg-desktop-portal does: {@code snap.NAME}
     * @throws IOException if there is no answer in time, or none that names a snap
     */
    Application application(int pid) throws IOException {
        List<String> command = List.of(program.toString(), "routine", "portal-info", Integer.toString(pid));
        KeyFile answer = KeyFile.parse(new BoundedProgram(command, patience, MAX_BYTES).output());
        String name = answer.value("Snap Info", "InstanceName").orElse("");
        if (!INSTANCE_NAME.matcher(name).matches()) {
            throw new IOException("snapd names no valid snap");
        }
        return Application.snap("snap." + name);
    }
}
