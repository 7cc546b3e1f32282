package org.vitrine.client;

import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.SystemCallException;

/** Says that a driver refuses to let the processor see a buffer. */
final class UnmappableStorage {
    private UnmappableStorage() {}

    static VitrineException of(SystemCallException refusal) {
        return new VitrineException(
                ErrorName.NOT_SUPPORTED,
                "The driver refuses to map this dma-buf for the processor (" + refusal.errno()
                        + "). Import it on the GPU instead, or ask the producer for memory that can be mapped",
                refusal);
    }
}
