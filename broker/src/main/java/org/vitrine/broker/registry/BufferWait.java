package org.vitrine.broker.registry;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.vitrine.broker.access.Grant;

/**
 * Waits for an image's first buffers.
 *
 * @param peer who waits
 * @param grant what it was let in to do
 * @param formats what it can take
 * @param session the session that it waits for, and that it must not outlive; null for a call without one
 * @param arrival completed with the buffers, or with why there are none
 */
record BufferWait(
        Peer peer,
        Grant grant,
        FormatSet formats,
        @Nullable ConsumerSession session,
        CompletableFuture<Generation> arrival) {}
