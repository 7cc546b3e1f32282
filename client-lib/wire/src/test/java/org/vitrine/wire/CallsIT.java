package org.vitrine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrine.wire.BusFixture.assertError;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vitrine.api.dbus.BusName;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.TypeSignature;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.LeakCheck;
import org.vitrine.wire.message.Header;
import org.vitrine.wire.testing.RawMessage;
import org.vitrine.wire.testing.RawPeer;

@ExtendWith(LeakCheck.class)
class CallsIT {
    @RegisterExtension
    static final BusFixture BUS = new BusFixture();

    private static final String PROPERTIES = "org.freedesktop.DBus.Properties";
    private static final String PEER = "org.freedesktop.DBus.Peer";

    @Test
    void answersThroughItsWellKnownName() {
        Bus server = BUS.serve(new TestObjects());
        server.requestName(new BusName("org.vitrine.CallsIT"));
        RawPeer peer = BUS.peer();

        long serial = peer.call("org.vitrine.CallsIT", TestObjects.PATH, TestObjects.NAME, "Echo", "s", "hello");

        assertThat(peer.reply(serial).body()).containsExactly("hello");
    }

    @Test
    void refusesANameThatHasAnOwner() {
        Bus owner = BUS.connect();
        owner.requestName(new BusName("org.vitrine.Owned"));
        Bus late = BUS.connect();

        assertThatThrownBy(() -> late.requestName(new BusName("org.vitrine.Owned")))
                .isInstanceOfSatisfying(
                        VitrineException.class, e -> assertThat(e.name()).isEqualTo(ErrorName.EXISTS));
    }

    @Test
    void findsTheMethodWithoutAnInterfaceInTheHeader() {
        Bus server = BUS.serve(new TestObjects());

        assertThat(BUS.call(server, TestObjects.PATH, null, "Echo", "s", "x").body())
                .containsExactly("x");
        assertThat(BUS.call(server, TestObjects.PATH, null, "Ping", "").body()).isEmpty();
    }

    @Test
    void namesWhatIsUnknown() {
        Bus server = BUS.serve(new TestObjects());

        assertError(BUS.call(server, "/nowhere", TestObjects.NAME, "Echo", "s", "x"), ErrorName.UNKNOWN_OBJECT);
        assertError(
                BUS.call(server, TestObjects.PATH, "org.vitrine.No1", "Echo", "s", "x"), ErrorName.UNKNOWN_INTERFACE);
        assertError(BUS.call(server, TestObjects.PATH, TestObjects.NAME, "No", "s", "x"), ErrorName.UNKNOWN_METHOD);
        assertError(BUS.call(server, TestObjects.PATH, null, "No", "s", "x"), ErrorName.UNKNOWN_METHOD);
        assertError(BUS.call(server, TestObjects.PATH, PROPERTIES, "No", ""), ErrorName.UNKNOWN_METHOD);
        assertError(BUS.call(server, "/org", PROPERTIES, "GetAll", "s", ""), ErrorName.UNKNOWN_INTERFACE);
    }

    @Test
    void everythingIsUnknownBeforeSomethingIsServed() {
        Bus server = BUS.connect();

        assertError(BUS.call(server, TestObjects.PATH, TestObjects.NAME, "Echo", "s", "x"), ErrorName.UNKNOWN_OBJECT);
    }

    @Test
    void tellsTheSignatureItExpected() {
        Bus server = BUS.serve(new TestObjects());

        RawMessage answer = BUS.call(server, TestObjects.PATH, TestObjects.NAME, "Echo", "u", 5L);

        assertError(answer, ErrorName.INVALID_ARGS);
        assertThat(answer.text()).contains("(s)").contains("(u)");
    }

    @Test
    void sameMemberOfAnotherInterfaceIsNotCalled() {
        Bus server = BUS.serve(new TestObjects());

        assertError(BUS.call(server, TestObjects.PATH, PROPERTIES, "Echo", "s", "x"), ErrorName.UNKNOWN_METHOD);
    }

    @Test
    void answersNothingWhenNoReplyIsExpected() {
        Bus server = BUS.serve(new TestObjects());
        RawPeer peer = BUS.peer();
        for (String member : List.of("Echo", "No")) {
            peer.send(
                    Header.call(new ObjectPath(TestObjects.PATH), TestObjects.NAME, member)
                            .destination(server.uniqueName().value())
                            .signature(TypeSignature.of("s"))
                            .noReplyExpected()
                            .serial(peer.nextSerial()),
                    List.of("x"));
        }
        long ping = peer.call(server.uniqueName().value(), "/", PEER, "Ping", "");

        peer.reply(ping);
        assertThat(peer.kept()).noneMatch(message -> message.header().replySerial() != 0);
    }

    @Test
    void answersLaterFromAnotherThread() {
        CompletableFuture<List<Object>> later = new CompletableFuture<>();
        Bus server = BUS.serve(new TestObjects() {
            @Override
            CompletionStage<List<Object>> call(UniqueName caller, MethodDescription method, IncomingCall call) {
                return method.name().equals("Later") ? later : super.call(caller, method, call);
            }
        });
        RawPeer peer = BUS.peer();

        long slow = peer.call(server.uniqueName().value(), TestObjects.PATH, TestObjects.NAME, "Later", "s", "x");
        long quick = peer.call(server.uniqueName().value(), TestObjects.PATH, TestObjects.NAME, "Echo", "s", "quick");

        assertThat(peer.reply(quick).body()).containsExactly("quick");
        Thread.ofVirtual().start(() -> later.complete(List.of("slow")));
        assertThat(peer.reply(slow).body()).containsExactly("slow");
    }

    @Test
    void handsOverTheCallsOfASenderInTheirOrderAlsoWhenItIsNotKnownYet() {
        List<Object> seen = new ArrayList<>();
        CompletableFuture<UniqueName> identity = new CompletableFuture<>();
        Bus server = BUS.serve(new TestObjects() {
            @Override
            public CompletionStage<UniqueName> identify(UniqueName sender) {
                return identity;
            }

            @Override
            CompletionStage<List<Object>> call(UniqueName caller, MethodDescription method, IncomingCall call) {
                seen.add(call.body().getFirst());
                return super.call(caller, method, call);
            }
        });
        RawPeer peer = BUS.peer();
        List<Long> serials = IntStream.range(0, 50)
                .mapToObj(i ->
                        peer.call(server.uniqueName().value(), TestObjects.PATH, TestObjects.NAME, "Echo", "s", "" + i))
                .toList();

        Thread.ofVirtual().start(() -> identity.complete(peer.uniqueName()));
        serials.forEach(
                serial -> assertThat(peer.reply(serial).header().errorName()).isNull());

        assertThat(seen)
                .isEqualTo(IntStream.range(0, 50).mapToObj(Integer::toString).toList());
    }

    @Test
    void asksWhoASenderIsOnceAndForgetsItWhenItGoes() {
        TestObjects objects = new TestObjects();
        Bus server = BUS.serve(objects);
        UniqueName name;
        try (RawPeer peer = RawPeer.connect(BUS.address())) {
            name = peer.uniqueName();
            for (int i = 0; i < 3; i++) {
                peer.reply(peer.call(server.uniqueName().value(), TestObjects.PATH, null, "Echo", "s", "x"));
            }
        }

        Descriptors.await("the peer is forgotten", () -> objects.gone.containsKey(name));
        assertThat(objects.identified).isEqualTo(Map.of(name, 1));
        assertThat(objects.gone).isEqualTo(Map.of(name, 1));
    }

    @Test
    void forgetsASenderThatWasGoneBeforeItCouldBeWatched() {
        TestObjects objects = new TestObjects();
        Bus server = BUS.serve(objects);
        for (int i = 0; i < 50; i++) {
            try (RawPeer peer = RawPeer.connect(BUS.address())) {
                peer.call(server.uniqueName().value(), TestObjects.PATH, null, "Echo", "s", "x");
            }
        }

        Descriptors.await(
                "all are forgotten", () -> objects.gone.size() == 50 && objects.gone.equals(objects.identified));
    }

    @Test
    void asksAgainAfterASenderCouldNotBeIdentified() {
        List<UniqueName> asked = new ArrayList<>();
        Bus server = BUS.serve(new TestObjects() {
            @Override
            public CompletionStage<UniqueName> identify(UniqueName sender) {
                asked.add(sender);
                return asked.size() == 1
                        ? CompletableFuture.failedFuture(new VitrineException(ErrorName.NOT_ALLOWED, "not you"))
                        : CompletableFuture.completedFuture(sender);
            }
        });
        RawPeer peer = BUS.peer();
        String name = server.uniqueName().value();

        assertError(peer.reply(peer.call(name, TestObjects.PATH, null, "Echo", "s", "x")), ErrorName.NOT_ALLOWED);
        assertThat(peer.reply(peer.call(name, TestObjects.PATH, null, "Echo", "s", "x"))
                        .text())
                .isEqualTo("x");
    }

    @Test
    void errorsHaveTheirNamesAndLeakNothing() {
        Bus server = BUS.serve(new TestObjects() {
            @Override
            CompletionStage<List<Object>> call(UniqueName caller, MethodDescription method, IncomingCall call) {
                return switch (call.body().getFirst().toString()) {
                    case "named" -> throw new VitrineException(ErrorName.STALE_GENERATION, "generation 7 is current");
                    case "staged" -> CompletableFuture.failedFuture(new VitrineException(ErrorName.CANCELLED, ""));
                    case "bug" -> throw new IllegalStateException();
                    case "wrong" -> answer(5L);
                    case "null" -> CompletableFuture.completedFuture(null);
                    default -> throw new StackOverflowError("/etc/shadow");
                };
            }
        });

        RawMessage named = BUS.call(server, TestObjects.PATH, null, "Echo", "s", "named");
        assertError(named, ErrorName.STALE_GENERATION);
        assertThat(named.text()).isEqualTo("generation 7 is current");
        assertError(BUS.call(server, TestObjects.PATH, null, "Echo", "s", "staged"), ErrorName.CANCELLED);
        for (String kind : List.of("bug", "wrong", "null", "error")) {
            RawMessage internal = BUS.call(server, TestObjects.PATH, null, "Echo", "s", kind);
            assertError(internal, ErrorName.INTERNAL);
            assertThat(internal.text()).matches("Internal error, incident [0-9a-f]{8}");
        }
    }
}
