package org.vitrine.broker.registry;

import java.time.Duration;

/** Does things later, with the lock held. */
@FunctionalInterface
public interface Alarm {
    /** Sets the alarm; running what is returned turns it off, unless it has gone off already. */
    Runnable after(Duration delay, Runnable work);
}
