package org.vitrine.broker.boot;

import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs the broker as a program. {@code --help} has its options and exit codes. */
public final class Main {
    private static final AtomicReference<@Nullable ExitCode> DECIDED = new AtomicReference<>();

    private Main() {}

    /** Runs until a signal comes or the bus is lost. */
    public static void main(String[] arguments) {
        switch (CommandLine.parse(List.of(arguments))) {
            case CommandLine.Print(String text) -> System.out.print(text);
            case CommandLine.Mistake(String text) -> exit(ExitCode.USAGE, text);
            case CommandLine.Run(Map<String, Object> properties) -> run(properties);
        }
    }

    private static void run(Map<String, Object> properties) {
        ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .bootstrapEnvironment(false)
                .banner(false)
                .properties(properties)
                .start();
        try {
            serve(context);
        } catch (RuntimeException e) {
            Failure failure = Failure.of(e);
            exit(failure.code(), failure.text());
        }
    }

    private static void serve(ApplicationContext context) {
        BrokerConfiguration configuration = context.getBean(BrokerConfiguration.class);
        Broker broker = context.getBean(Broker.class);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(context), "vitrine-stop"));
        System.out.println("vitrine-broker ready on " + configuration.portalName());
        broker.lost().toCompletableFuture().join();
        exit(ExitCode.TEMPORARY, "the bus was lost");
    }

    /** A JVM that a signal ends answers 128 and more; a service that was told to stop has not failed. */
    private static void stop(ApplicationContext context) {
        DECIDED.compareAndSet(null, ExitCode.STOPPED);
        try {
            context.close();
        } finally {
            Runtime.getRuntime().halt(decided().number());
        }
    }

    /** Ends the program, unless a signal does so already: then the bus is lost because the broker leaves it. */
    private static void exit(ExitCode code, String text) {
        if (DECIDED.compareAndSet(null, code)) {
            System.err.println("vitrine-broker: " + text);
            System.exit(code.number());
        }
    }

    private static ExitCode decided() {
        return Objects.requireNonNullElse(DECIDED.get(), ExitCode.SOFTWARE);
    }
}
