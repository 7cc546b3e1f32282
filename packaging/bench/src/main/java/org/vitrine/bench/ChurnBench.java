package org.vitrine.bench;

import java.time.Duration;
import java.util.List;

/** Advertises and withdraws images: all that the broker took for them it must give back. */
final class ChurnBench {
    /** The JVM's compiler threads come and go with their work: here all of them stay. */
    private static final List<String> JVM_FLAGS = List.of("-XX:-UseDynamicNumberOfCompilerThreads");

    private static final Duration IDLE_THREADS_END = Duration.ofSeconds(12);
    private static final String WARM_UP_IMAGES = "2000";
    private static final String IMAGES = "10000";
    private static final double HEAP_KIB_MAX = 256; // 26 bytes an image: nothing is kept for one

    private final Setup setup;

    ChurnBench(Setup setup) {
        this.setup = setup;
    }

    List<Figure> run() {
        try (BenchBus bus = BenchBus.start();
                Broker broker = Broker.start(setup, bus, JVM_FLAGS)) {
            churn(bus, WARM_UP_IMAGES);
            broker.holdings(); // for this, the JVM starts a thread and opens a socket: they are there from now on
            Broker.Holdings before = atRest(broker);
            churn(bus, IMAGES);
            Broker.Holdings after = atRest(broker);
            return List.of(
                    growth("descriptors", "", before.descriptors(), after.descriptors(), 0),
                    growth("threads", "", before.threads(), after.threads(), 0),
                    growth("live heap", "KiB", before.heapKib(), after.heapKib(), HEAP_KIB_MAX));
        }
    }

    /** What the broker holds when its idle threads have ended. */
    private static Broker.Holdings atRest(Broker broker) {
        try {
            Thread.sleep(IDLE_THREADS_END);
            return broker.holdings();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void churn(BenchBus bus, String images) {
        Child.lastLine(bus.environment(), setup.program("producer", "churn", images));
    }

    private static Figure growth(String what, String unit, double before, double after, double max) {
        return Figure.withGoal(
                IMAGES + " images come and go: more " + what,
                after - before,
                unit,
                new Goal.AtMost(max),
                Figure.digits(before) + " before, " + Figure.digits(after) + " after");
    }
}
