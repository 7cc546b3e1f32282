package org.vitrine.wire.transport;

import java.nio.ByteBuffer;

/**
 * One message cut out of the stream.
 *
 * @param bytes the message from its first byte; valid only until the next one is read. Of an oversized message only the
 *     header
 * @param fds what came with it; whoever gets the frame closes them
 * @param oversized whether the body was over the limit and is skipped
 */
public record Frame(ByteBuffer bytes, ReceivedFds fds, boolean oversized) {}
