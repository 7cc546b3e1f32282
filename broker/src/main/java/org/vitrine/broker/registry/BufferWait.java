package org.vitrine.broker.registry;

import java.util.concurrent.CompletableFuture;

/**
 * Waits for an image's first buffers.
 *
 * @param peer who waits
 * @param formats what it can take
 * @param arrival completed with the buffers, or with why there are none
 */
record BufferWait(Peer peer, FormatSet formats, CompletableFuture<Generation> arrival) {}
