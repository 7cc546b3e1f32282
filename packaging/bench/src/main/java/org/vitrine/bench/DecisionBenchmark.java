package org.vitrine.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.vitrine.policy.Decision;
import org.vitrine.policy.Policy;
import org.vitrine.policy.PolicyFile;
import org.vitrine.policy.PolicyFileException;

/** One decision after the other, each on another question. Run by {@link DecisionBench}. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecisionBenchmark {
    static final String RULE_COUNT = "ruleCount";

    @Param({"10", "1000", "10000"})
    private int ruleCount;

    private Policy policy = new Policy(List.of());
    private List<ManyRules.Question> questions = List.of();
    private int next;

    /** Made by JMH. */
    public DecisionBenchmark() {}

    /** Puts the rules in force. */
    @Setup
    public void prepare() throws PolicyFileException {
        ManyRules rules = new ManyRules();
        policy = new Policy(PolicyFile.parse("bench.toml", rules.toml(ruleCount)));
        questions = rules.questions();
    }

    /** Decides once. */
    @Benchmark
    public Decision decide() {
        ManyRules.Question question = questions.get(next++ & ManyRules.QUESTIONS - 1);
        return policy.decide(question.subject(), question.action(), question.image());
    }
}
