package org.vitrine.broker.identity;

import java.util.Set;

/** Reads the mounts that a process sees, {@code /proc/PID/mountinfo} (proc_pid_mountinfo(5)). */
final class Mounts {
    /** File systems whose answers a program or another machine gives, and may not give. */
    private static final Set<String> ANSWERED_BY_OTHERS =
            Set.of("9p", "afs", "autofs", "ceph", "cifs", "fuse", "fuseblk", "gfs2", "nfs", "nfs4", "smb3", "virtiofs");

    private static final String FUSE_WITH_A_NAME = "fuse.";
    private static final int MOUNT_POINT = 4;
    private static final String BEFORE_TYPE = " - ";

    private Mounts() {}

    /** Tells whether looking for a file in the root may take as long as somebody pleases. */
    static boolean mayHang(String mountInfo, String file) {
        return mountInfo.lines().anyMatch(line -> isAt(line, "/", "/" + file) && isAnsweredByOthers(line));
    }

    private static boolean isAt(String line, String root, String file) {
        String[] fields = line.split(" ", MOUNT_POINT + 2);
        return fields.length > MOUNT_POINT && (fields[MOUNT_POINT].equals(root) || fields[MOUNT_POINT].equals(file));
    }

    private static boolean isAnsweredByOthers(String line) {
        int at = line.indexOf(BEFORE_TYPE);
        String type = at < 0 ? "" : line.substring(at + BEFORE_TYPE.length()).split(" ", 2)[0];
        return ANSWERED_BY_OTHERS.contains(type) || type.startsWith(FUSE_WITH_A_NAME);
    }
}
