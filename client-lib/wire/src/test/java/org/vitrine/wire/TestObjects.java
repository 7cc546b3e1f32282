package org.vitrine.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.vitrine.api.dbus.ArgumentDescription;
import org.vitrine.api.dbus.InterfaceDescription;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.PropertyDescription;
import org.vitrine.api.dbus.SignalDescription;
import org.vitrine.api.dbus.TypeSignature;
import org.vitrine.api.dbus.UniqueName;

/** A small service for tests: one object at {@value #PATH}, whose caller is just the sender. */
class TestObjects implements Service<UniqueName> {
    static final String PATH = "/org/vitrine/Test";
    static final String NAME = "org.vitrine.Test1";

    /** Descriptors in an array of structs, in a variant, and as a value of a dictionary. */
    static final String NESTED = "(sa(huu)va{sv})";

    static final MethodDescription ECHO = method("Echo", "s", "s");
    static final MethodDescription TAKE = method("Take", "h", "");
    static final MethodDescription TAKE_ALL = method("TakeAll", "ah", "");
    static final MethodDescription LEAVE = method("Leave", "v", "");
    static final MethodDescription GIVE = method("Give", "", NESTED);
    static final MethodDescription SWAP = method("Swap", NESTED, NESTED);
    static final MethodDescription LATER = method("Later", "s", "s");
    static final MethodDescription FAIL = method("Fail", "s", "");
    static final SignalDescription TICKED =
            new SignalDescription("Ticked", List.of(ArgumentDescription.of("what", "(sah)")));

    static final InterfaceDescription DESCRIPTION = new InterfaceDescription(
            NAME,
            List.of(ECHO, TAKE, TAKE_ALL, LEAVE, GIVE, SWAP, LATER, FAIL),
            List.of(TICKED),
            List.of(
                    new PropertyDescription("Version", TypeSignature.of("u"), true, false),
                    new PropertyDescription("Broken", TypeSignature.of("s"), true, false)),
            """
              <interface name="org.vitrine.Test1">
                <method name="Echo">
                  <arg name="word" type="s" direction="in"/>
                  <arg name="same_word" type="s" direction="out"/>
                </method>
                <property name="Version" type="u" access="read"/>
              </interface>
            """);

    final Map<UniqueName, Integer> identified = new ConcurrentHashMap<>();
    final Map<UniqueName, Integer> gone = new ConcurrentHashMap<>();

    @Override
    public CompletionStage<UniqueName> identify(UniqueName sender) {
        identified.merge(sender, 1, Integer::sum);
        return CompletableFuture.completedFuture(sender);
    }

    @Override
    public void gone(UniqueName sender, UniqueName caller) {
        gone.merge(sender, 1, Integer::sum);
    }

    @Override
    public Optional<ServedObject<UniqueName>> object(UniqueName caller, ObjectPath path) {
        return path.value().equals(PATH)
                ? Optional.of(() -> List.of(new ServedInterface<>(DESCRIPTION, this::call, this::read)))
                : Optional.empty();
    }

    @Override
    public List<String> children(UniqueName caller, ObjectPath path) {
        return switch (path.value()) {
            case "/" -> List.of("org");
            case "/org" -> List.of("vitrine");
            case "/org/vitrine" -> List.of("Test");
            default -> List.of();
        };
    }

    CompletionStage<List<Object>> call(UniqueName caller, MethodDescription method, IncomingCall call) {
        return switch (method.name()) {
            case "Echo" -> answer(call.body().getFirst());
            case "Take", "TakeAll", "Leave" -> answer();
            default -> throw new UnsupportedOperationException(method.name());
        };
    }

    Object read(UniqueName caller, String property) {
        if (property.equals("Broken")) {
            throw new IllegalStateException("A secret path: /etc/shadow");
        }
        return 7L;
    }

    static CompletionStage<List<Object>> answer(Object... values) {
        return CompletableFuture.completedFuture(List.of(values));
    }

    static MethodDescription method(String name, String in, String out) {
        return new MethodDescription(name, arguments(in), arguments(out), List.of());
    }

    private static List<ArgumentDescription> arguments(String type) {
        return type.isEmpty() ? List.of() : List.of(ArgumentDescription.of("value", type));
    }
}
