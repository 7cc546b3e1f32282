package org.vitrine.wire;

/** End something that was asked for. Closing twice does nothing; never blocks; safe from any thread. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
