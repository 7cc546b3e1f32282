package org.vitrine.fd;

import java.nio.file.Path;
import java.util.Set;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/**
 * Names a device that makes dma-bufs, and how to get it where it is missing.
 *
 * @param path the device node
 * @param noun what to call it
 * @param remedy what to see to if the kernel has none
 * @param group whose members may open it on Debian
 */
record DeviceFile(Path path, String noun, String remedy, String group) {
    /**
     * Opens it for reading and writing.
     *
     * @return owned by the caller
     * @throws VitrineException NOT_SUPPORTED if it is missing, NOT_ALLOWED if this user may not open it
     * @throws SystemCallException any other error, such as {@link Errno#EMFILE}
     */
    OwnedFd open() {
        try {
            return OpenFile.open(path.toString(), Set.of(OpenFlag.READ_WRITE));
        } catch (SystemCallException e) {
            throw switch (e.errno()) {
                case ENOENT, ENOTDIR, ENXIO, ENODEV ->
                    new VitrineException(ErrorName.NOT_SUPPORTED, "This machine has no " + noun + ". " + remedy, e);
                case EACCES, EPERM ->
                    new VitrineException(
                            ErrorName.NOT_ALLOWED,
                            "This user may not open the " + noun + ". Join the group " + group + " (Debian)",
                            e);
                default -> e;
            };
        }
    }
}
