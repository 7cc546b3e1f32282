package org.vitrine.api.dbus.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.vitrine.api.dbus.Invoker;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

class HandlerAndClientTest {
    private static final ObjectPath ADMIN = new ObjectPath("/org/vitrine/Admin");
    private static final ObjectPath IMAGE = ADMIN.child("image").child("7");

    private final List<Object> calls = new ArrayList<>();
    private final Admin1.Handler<String, Void, Void> handler = new RecordingHandler();

    private final Invoker<Void, Void> invoker = (path, iface, method, body) -> {
        calls.add(path);
        calls.add(iface.name());
        return Admin1.Handler.invoke(handler, "alice", method.name(), body);
    };

    @Test
    void reachEachOtherWithArgumentsAndReply() {
        var reply = new Admin1.Client<>(invoker, ADMIN).explain("org.example.App", IMAGE, "read");

        assertThat(reply.toCompletableFuture().join())
                .isEqualTo(new Admin1.ExplainOut<Void>("ask", Map.of("file", Variant.of("s", ""))));
        assertThat(calls)
                .containsExactly(
                        ADMIN, "org.vitrine.Admin1", "alice", new Admin1.ExplainIn<>("org.example.App", IMAGE, "read"));
    }

    @Test
    void reachEachOtherWithoutReply() {
        var done = new Admin1.Client<>(invoker, ADMIN).revoke(IMAGE);

        assertThat(done.toCompletableFuture()).isCompletedWithValue(null);
        assertThat(calls).contains(new Admin1.RevokeIn<>(IMAGE));
    }

    @Test
    void reachEachOtherWithoutArguments() {
        var rules = new Admin1.Client<>(invoker, ADMIN).reloadPolicy();

        assertThat(rules.toCompletableFuture().join().rules()).isEqualTo(12);
    }

    @Test
    void passTheHandlersErrorOn() {
        var statistics = new Admin1.Client<>(invoker, ADMIN).getStatistics();

        assertThat(statistics.toCompletableFuture())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withRootCauseInstanceOf(VitrineException.class);
    }

    @Test
    void refuseMembersThatAreNotThere() {
        assertThatThrownBy(() -> Admin1.Handler.invoke(handler, "alice", "Shutdown", List.of()))
                .isInstanceOfSatisfying(
                        VitrineException.class,
                        refusal -> assertThat(refusal.name()).isEqualTo(ErrorName.UNKNOWN_METHOD));
    }

    private final class RecordingHandler implements Admin1.Handler<String, Void, Void> {
        @Override
        public CompletionStage<Void> revoke(String caller, Admin1.RevokeIn<Void> in) {
            calls.add(in);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Admin1.RevokeAppOut<Void>> revokeApp(String caller, Admin1.RevokeAppIn<Void> in) {
            return CompletableFuture.completedFuture(new Admin1.RevokeAppOut<>(1, 2));
        }

        @Override
        public CompletionStage<Admin1.RevokeAllOut<Void>> revokeAll(String caller) {
            return CompletableFuture.completedFuture(new Admin1.RevokeAllOut<>(1, 2));
        }

        @Override
        public CompletionStage<Void> pause(String caller) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> resume(String caller) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Admin1.ExplainOut<Void>> explain(String caller, Admin1.ExplainIn<Void> in) {
            calls.add(caller);
            calls.add(in);
            return CompletableFuture.completedFuture(
                    new Admin1.ExplainOut<>("ask", Map.of("file", Variant.of("s", ""))));
        }

        @Override
        public CompletionStage<Admin1.ReloadPolicyOut<Void>> reloadPolicy(String caller) {
            return CompletableFuture.completedFuture(new Admin1.ReloadPolicyOut<>(12));
        }

        @Override
        public CompletionStage<Admin1.GetStatisticsOut<Void>> getStatistics(String caller) {
            return CompletableFuture.failedFuture(new VitrineException(ErrorName.ACCESS_DENIED, "not you"));
        }
    }
}
