package org.vitrine.broker.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.policy.Policy;
import org.vitrine.policy.PolicyFile;
import org.vitrine.policy.PolicyFileException;

class RuleRenewalTest {
    private final List<String> inForce = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> files = new LinkedBlockingQueue<>();

    private final RulesInForce recorder = new RulesInForce() {
        @Override
        public CompletionStage<Void> apply(Policy policy) {
            inForce.add(policy.rules().getFirst().name());
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void refuse(VitrineException why) {
            inForce.add(why.text());
        }
    };

    @Test
    void whatWasReadEarlierNeverReplacesWhatWasReadLater() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch mayFinish = new CountDownLatch(1);
        files.addAll(List.of("earlier", "later"));
        RuleRenewal renewal = new RuleRenewal(
                () -> {
                    String name = files.remove();
                    if (name.equals("earlier")) {
                        reading.countDown();
                        awaitIt(mayFinish);
                    }
                    return named(name);
                },
                recorder);
        Thread first = Thread.ofPlatform().start(renewal::renew);
        awaitIt(reading);
        Thread second = Thread.ofPlatform().start(renewal::renew);
        while (second.isAlive() && second.getState() != Thread.State.BLOCKED) {
            Thread.onSpinWait();
        }
        mayFinish.countDown();
        first.join();
        second.join();

        assertThat(inForce).containsExactly("earlier", "later");
    }

    @Test
    void rulesThatCantBeReadAreRefusedAndTold() {
        VitrineException broken = new VitrineException(ErrorName.FAILED, "line 3 is broken");
        RuleRenewal renewal = new RuleRenewal(
                () -> {
                    throw broken;
                },
                recorder);

        assertThatThrownBy(renewal::renew).isSameAs(broken);
        assertThat(inForce).containsExactly("line 3 is broken");
    }

    private static Policy named(String name) {
        String rule = "[[rule]]\nname = '" + name + "'\nactions = 'read'\neffect = 'allow'\n";
        try {
            return new Policy(PolicyFile.parse("rules.toml", rule.getBytes(StandardCharsets.UTF_8)));
        } catch (PolicyFileException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitIt(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
