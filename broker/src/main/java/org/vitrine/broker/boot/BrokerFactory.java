package org.vitrine.broker.boot;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Makes the broker, which the context closes when it is closed. */
@Factory
final class BrokerFactory {
    @Singleton
    @Bean(preDestroy = "close")
    Broker broker(BrokerConfiguration configuration) {
        return Broker.start(configuration.settings());
    }
}
