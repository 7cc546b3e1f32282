package org.vitrine.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** How long a decision takes, by the number of rules. */
final class DecisionBench {
    private static final int MOST_RULES = 10_000;
    private static final int WARM_UPS = 3;

    private final Setup setup;

    DecisionBench(Setup setup) {
        this.setup = setup;
    }

    List<Figure> run() {
        List<Figure> figures = new ArrayList<>();
        for (RunResult result : measure()) {
            figures.add(figure(
                    Integer.parseInt(result.getParams().getParam(DecisionBenchmark.RULE_COUNT)),
                    result.getPrimaryResult().getStatistics()));
        }
        return figures;
    }

    private Collection<RunResult> measure() {
        Options options = new OptionsBuilder()
                .include(DecisionBenchmark.class.getName())
                .mode(Mode.SampleTime)
                .forks(1)
                .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow")
                .warmupIterations(WARM_UPS)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(setup.rounds())
                .measurementTime(TimeValue.seconds(1))
                .verbosity(VerboseMode.SILENT)
                .build();
        try {
            return new Runner(options).run();
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Figure figure(int rules, Statistics samplesUs) {
        Optional<Goal> goal = rules == MOST_RULES ? Optional.of(new Goal.AtMost(5)) : Optional.empty();
        return new Figure(
                String.format(Locale.ROOT, "decision with %,d rules, p50", rules),
                OptionalDouble.of(samplesUs.getPercentile(50)),
                "µs",
                goal,
                String.format(
                        Locale.ROOT,
                        "p90 %.2f µs, p99 %.2f µs of %,d",
                        samplesUs.getPercentile(90),
                        samplesUs.getPercentile(99),
                        samplesUs.getN()));
    }
}
