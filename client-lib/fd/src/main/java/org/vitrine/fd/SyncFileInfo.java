package org.vitrine.fd;

/**
 * Describes a sync_file.
 *
 * @param name for people; whoever merged it may have chosen it
 * @param status how its fences stand
 * @param fenceCount how many fences are in it, 0 or more
 */
public record SyncFileInfo(String name, Status status, int fenceCount) {
    /** Says how the fences of a sync_file stand. */
    public enum Status {
        /** At least one is still waited for. */
        ACTIVE,
        /** All are signalled. */
        SIGNALLED,
        /** All are signalled, and one because its work failed. */
        FAILED;

        /** Reads {@code status} of {@code struct sync_file_info}: 0, 1, or minus an error number. */
        static Status ofKernel(int status) {
            return switch (Integer.signum(status)) {
                case 0 -> ACTIVE;
                case 1 -> SIGNALLED;
                default -> FAILED;
            };
        }
    }
}
