package org.vitrine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.wire.BusFixture.assertError;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.error.ErrorName;
import org.vitrine.fd.LeakCheck;
import org.vitrine.wire.testing.RawPeer;

/** No sender can use up what others need. */
@ExtendWith(LeakCheck.class)
class QuotasIT {
    @RegisterExtension
    static final BusFixture BUS = new BusFixture();

    private static final String PEER = "org.freedesktop.DBus.Peer";

    @Test
    void boundsTheUnansweredCallsOfEachSender() {
        CompletableFuture<List<Object>> later = new CompletableFuture<>();
        Bus server = BUS.serve(new TestObjects() {
            @Override
            CompletionStage<List<Object>> call(UniqueName caller, MethodDescription method, IncomingCall call) {
                return method.name().equals("Later") ? later : super.call(caller, method, call);
            }
        });
        RawPeer greedy = BUS.peer();
        RawPeer modest = BUS.peer();
        String name = server.uniqueName().value();
        for (int i = 0; i < 64; i++) {
            greedy.call(name, TestObjects.PATH, null, "Later", "s", "x");
        }

        assertError(
                greedy.reply(greedy.call(name, TestObjects.PATH, null, "Echo", "s", "x")), ErrorName.LIMITS_EXCEEDED);
        assertThat(modest.reply(modest.call(name, TestObjects.PATH, null, "Echo", "s", "y"))
                        .text())
                .isEqualTo("y");
        later.complete(List.of("done"));
        assertThat(greedy.reply(greedy.call(name, TestObjects.PATH, null, "Echo", "s", "z"))
                        .text())
                .isEqualTo("z");
    }

    @Test
    void boundsTheSendersItKnowsAndTheCallsOfAll() {
        QueueLimits limits = new QueueLimits(2, 3, 1 << 20, 16, 2, 1 << 20);
        Bus server = BUS.serve(
                new TestObjects() {
                    @Override
                    CompletionStage<List<Object>> call(UniqueName caller, MethodDescription method, IncomingCall call) {
                        return method.name().equals("Later")
                                ? new CompletableFuture<>()
                                : super.call(caller, method, call);
                    }
                },
                BusOptions.named("test").withQueues(limits));
        String name = server.uniqueName().value();
        RawPeer one = BUS.peer();
        RawPeer two = BUS.peer();
        RawPeer three = BUS.peer();
        one.call(name, TestObjects.PATH, null, "Later", "s", "x");
        one.call(name, TestObjects.PATH, null, "Later", "s", "x");
        two.reply(two.call(name, TestObjects.PATH, null, "Echo", "s", "x"));
        two.call(name, TestObjects.PATH, null, "Later", "s", "x");

        assertError(two.reply(two.call(name, TestObjects.PATH, null, "Echo", "s", "x")), ErrorName.LIMITS_EXCEEDED);
        assertError(three.reply(three.call(name, TestObjects.PATH, null, "Echo", "s", "x")), ErrorName.LIMITS_EXCEEDED);
        assertThat(three.reply(three.call(name, "/", PEER, "Ping", "")).body()).isEmpty();
    }
}
