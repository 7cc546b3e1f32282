package org.vitrine.wire.dbusjava;

import java.time.Duration;
import org.vitrine.wire.message.MessageLimits;

/**
 * What a connection needs to know.
 *
 * @param address a bus address with a Unix socket in it
 * @param messages how long messages may be that it takes
 * @param queuedBytes what may wait for the bus to take it
 * @param stuckWriter while the bus takes nothing, before the connection counts as lost
 */
public record LinkOptions(String address, MessageLimits messages, long queuedBytes, Duration stuckWriter) {}
