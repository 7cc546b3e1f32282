package org.vitrine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vitrine.api.dbus.BusName;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.LeakCheck;

/** Calls and signals by well-known name. */
@ExtendWith(LeakCheck.class)
class OwnersIT {
    @RegisterExtension
    static final BusFixture BUS = new BusFixture();

    private static final ObjectPath PATH = new ObjectPath(TestObjects.PATH);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Test
    void callsMadeBeforeTheOwnerIsKnownReachItInTheirOrder() {
        BlockingQueue<Object> arrived = new LinkedBlockingQueue<>();
        Bus server = BUS.serve(new TestObjects() {
            @Override
            CompletionStage<List<Object>> call(UniqueName caller, MethodDescription method, IncomingCall call) {
                arrived.addAll(call.body());
                return answer(call.body().getFirst());
            }
        });
        server.requestName(new BusName("org.vitrine.Ordered"));
        List<String> words = IntStream.range(0, 50).mapToObj(Integer::toString).toList();
        BusInvoker invoker = BUS.connect().invoker("org.vitrine.Ordered", TIMEOUT);

        List<CompletableFuture<List<Object>>> replies = words.stream()
                .map(word -> invoker.invoke(PATH, TestObjects.DESCRIPTION, TestObjects.ECHO, List.of(word))
                        .toCompletableFuture())
                .toList();
        replies.forEach(CompletableFuture::join);

        assertThat(arrived).containsExactlyElementsOf(words);
    }

    @Test
    void anOwnerWhoSaysItIsGoneIsStillHeard() throws Exception {
        Bus server = BUS.serve(new TestObjects() {
            @Override
            CompletionStage<List<Object>> call(UniqueName caller, MethodDescription method, IncomingCall call) {
                throw new VitrineException(ErrorName.NAME_HAS_NO_OWNER, "Nobody is here");
            }
        });
        server.requestName(new BusName("org.vitrine.Liar"));
        Bus client = BUS.connect();
        BlockingQueue<Signal> heard = new LinkedBlockingQueue<>();
        client.onSignal(SignalMatch.from("org.vitrine.Liar"), heard::add);

        assertThat(client.invoker("org.vitrine.Liar", TIMEOUT)
                        .invoke(PATH, TestObjects.DESCRIPTION, TestObjects.ECHO, List.of("x"))
                        .handle((reply, failure) -> failure)
                        .toCompletableFuture()
                        .join())
                .hasMessageContaining("Nobody is here");
        server.emit(
                client.uniqueName(),
                PATH,
                TestObjects.DESCRIPTION,
                TestObjects.TICKED,
                List.of(List.of("still here", List.of())));

        assertThat(heard.poll(30, TimeUnit.SECONDS)).isNotNull();
    }
}
