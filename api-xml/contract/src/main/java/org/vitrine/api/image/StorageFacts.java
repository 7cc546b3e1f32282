package org.vitrine.api.image;

import java.util.Objects;

/**
 * States what was found out about the storage behind a descriptor.
 *
 * @param sizeBytes its size, which must not be able to shrink while the buffer is in use
 * @param identity equal for two descriptors exactly if they are of the same storage, such as device and inode numbers
 */
public record StorageFacts(long sizeBytes, Object identity) {

    public StorageFacts {
        Objects.requireNonNull(identity);
        if (sizeBytes < 0) {
            throw new IllegalArgumentException("A storage can't have less than 0 bytes");
        }
    }
}
