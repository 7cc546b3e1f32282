package org.vitrine.wire.dispatch;

import org.vitrine.wire.QueueLimits;
import org.vitrine.wire.message.MessageLimits;

/**
 * What callers may use.
 *
 * @param queues how many calls may wait
 * @param messages how large each may be
 */
public record DispatchLimits(QueueLimits queues, MessageLimits messages) {}
