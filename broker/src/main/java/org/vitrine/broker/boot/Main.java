package org.vitrine.broker.boot;

import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;

/** Runs the broker as a program. {@code --help} has its options and exit codes. */
public final class Main {
    private static volatile ExitCode exitCode = ExitCode.STOPPED;

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
        try {
            context.close();
        } finally {
            Runtime.getRuntime().halt(exitCode.number());
        }
    }

    private static void exit(ExitCode code, String text) {
        System.err.println("vitrine-broker: " + text);
        exitCode = code;
        System.exit(code.number());
    }
}
