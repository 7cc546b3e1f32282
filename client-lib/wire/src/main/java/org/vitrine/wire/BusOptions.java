package org.vitrine.wire;

import java.util.Objects;
import org.vitrine.wire.message.MessageLimits;

/**
 * How a {@link Bus} behaves.
 *
 * @param name what its threads and log lines are called, such as {@code portal}
 * @param messages how long messages may be that it takes
 * @param queues how much may wait
 * @param timeouts how long it waits
 */
public record BusOptions(String name, MessageLimits messages, QueueLimits queues, BusTimeouts timeouts) {

    public BusOptions {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(messages, "messages");
        Objects.requireNonNull(queues, "queues");
        Objects.requireNonNull(timeouts, "timeouts");
    }

    /** Take the defaults of a broker. */
    public static BusOptions named(String name) {
        return new BusOptions(name, MessageLimits.DEFAULTS, QueueLimits.DEFAULTS, BusTimeouts.DEFAULTS);
    }

    /** Take longer or shorter messages. */
    public BusOptions withMessages(MessageLimits newMessages) {
        return new BusOptions(name, newMessages, queues, timeouts);
    }

    /** Let more or less wait. */
    public BusOptions withQueues(QueueLimits newQueues) {
        return new BusOptions(name, messages, newQueues, timeouts);
    }

    /** Wait longer or shorter. */
    public BusOptions withTimeouts(BusTimeouts newTimeouts) {
        return new BusOptions(name, messages, queues, newTimeouts);
    }
}
