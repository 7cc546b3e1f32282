// Generated from door.xml. Do not edit.
package org.vitrine.api.dbus.generated;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.dbus.ArgumentDescription;
import org.vitrine.api.dbus.BodyReader;
import org.vitrine.api.dbus.InterfaceDescription;
import org.vitrine.api.dbus.Invoker;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.PropertyDescription;
import org.vitrine.api.dbus.RawBufferStruct;
import org.vitrine.api.dbus.SignalDescription;
import org.vitrine.api.dbus.TypeSignature;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.RawBuffer;

/**
 * Try things.
 *
 * <p>For the generator's own tests: 1 &lt; 2 &amp; a|b.
 */
public interface Sample1 {
    /** The interface's name on the bus. */
    String NAME = "org.example.Sample1";

    /** Open all. */
    MethodDescription OPEN_ALL = new MethodDescription(
            "OpenAll",
            List.of(ArgumentDescription.of("first_one", "u")),
            List.of(ArgumentDescription.of("buffers", "a(uuuta(huu))"), ArgumentDescription.of("items", "a(os)")),
            List.of(ErrorName.NOT_FOUND, ErrorName.LIMITS));

    /** Wake up. */
    MethodDescription NOTIFY = new MethodDescription("Notify", List.of(), List.of(), List.of());

    /** Something changed. */
    SignalDescription CHANGED = new SignalDescription("Changed", List.of(ArgumentDescription.of("details", "a{sv}")));

    /** The version. */
    PropertyDescription VERSION = new PropertyDescription("version", TypeSignature.of("u"), true, false);

    /** The interface with all of its members. */
    InterfaceDescription DESCRIPTION = new InterfaceDescription(
            NAME,
            List.of(OPEN_ALL, NOTIFY),
            List.of(CHANGED),
            List.of(VERSION),
            """
              <interface name="org.example.Sample1">
                <property name="version" type="u" access="read">
                  <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="const"/>
                </property>
                <method name="OpenAll">
                  <annotation name="org.vitrine.Error" value="NOT_FOUND LIMITS"/>
                  <arg name="first_one" type="u" direction="in"/>
                  <arg name="buffers" type="a(uuuta(huu))" direction="out"/>
                  <arg name="items" type="a(os)" direction="out"/>
                </method>
                <method name="Notify"/>
                <signal name="Changed">
                  <arg name="details" type="a{sv}"/>
                </signal>
              </interface>
            """);

    /**
     * The arguments of a call of OpenAll.
     *
     * @param firstOne Where to begin, and no earlier.
     * @param <F> the kind of file descriptor
     */
    record OpenAllIn<F>(long firstOne) {
        private static final TypeSignature SIGNATURE = OPEN_ALL.inSignature();

        /**
         * Read a body.
         *
         * @throws VitrineException INVALID_ARGS if it does not have the signature
         */
        public static <F> OpenAllIn<F> fromBody(List<Object> body) {
            BodyReader reader = BodyReader.of(SIGNATURE, body);
            return new OpenAllIn<>(reader.value(0));
        }

        /** Write the body. */
        public List<Object> toBody() {
            return List.of(firstOne);
        }
    }

    /**
     * The arguments of a reply to OpenAll.
     *
     * @param buffers Buffers.
     * @param items Items.
     * @param <F> the kind of file descriptor
     */
    record OpenAllOut<F>(List<RawBuffer<F>> buffers, List<Item<F>> items) {
        private static final TypeSignature SIGNATURE = OPEN_ALL.outSignature();

        /**
         * Read a body.
         *
         * @throws VitrineException INVALID_ARGS if it does not have the signature
         */
        public static <F> OpenAllOut<F> fromBody(List<Object> body) {
            BodyReader reader = BodyReader.of(SIGNATURE, body);
            return new OpenAllOut<>(
                    reader.structs(0, RawBufferStruct::fromStruct),
                    reader.structs(1, Item::fromStruct));
        }

        /** Write the body. */
        public List<Object> toBody() {
            return List.of(
                    buffers.stream().map(RawBufferStruct::toStruct).toList(),
                    items.stream().map(Item::toStruct).toList());
        }
    }

    /**
     * The arguments of the signal Changed.
     *
     * @param details What changed.
     * @param <F> the kind of file descriptor
     */
    record ChangedSignal<F>(Map<String, Variant<F>> details) {
        private static final TypeSignature SIGNATURE = CHANGED.signature();

        /**
         * Read a body.
         *
         * @throws VitrineException INVALID_ARGS if it does not have the signature
         */
        public static <F> ChangedSignal<F> fromBody(List<Object> body) {
            BodyReader reader = BodyReader.of(SIGNATURE, body);
            return new ChangedSignal<>(reader.value(0));
        }

        /** Write the body. */
        public List<Object> toBody() {
            return List.of(details);
        }
    }

    /**
     * Items.
     *
     * @param <F> the kind of file descriptor
     */
    record Item<F>(ObjectPath path_, String class_) {
        private static final TypeSignature SIGNATURE = TypeSignature.of("os");

        private static <F> Item<F> fromStruct(List<Object> struct) {
            BodyReader reader = BodyReader.of(SIGNATURE, struct);
            return new Item<>(reader.value(0), reader.value(1));
        }

        private List<Object> toStruct() {
            return List.of(path_, class_);
        }
    }

    /**
     * Serve the interface. Methods must not block, and may answer later from any thread.
     *
     * @param <C> who calls
     * @param <R> the kind of file descriptor received with a call
     * @param <S> the kind of file descriptor sent with a reply
     */
    interface Handler<C, R, S> {
        /**
         * Open all.
         *
         * <p>Then read them.
         *
         * @param caller who calls
         * @param in the call's arguments
         * @return the reply's arguments; or fails with NOT_FOUND or LIMITS
         */
        CompletionStage<OpenAllOut<S>> openAll(C caller, OpenAllIn<R> in);

        /**
         * Wake up.
         *
         * @param caller who calls
         * @return when it is done
         */
        CompletionStage<Void> notify_(C caller);

        /**
         * Call the method that a message names.
         *
         * @param handler the service
         * @param caller who calls
         * @param member the method's name on the bus
         * @param body the call's arguments
         * @return the reply's arguments
         * @throws VitrineException UNKNOWN_METHOD or INVALID_ARGS, or what the handler throws
         */
        static <C, R, S> CompletionStage<List<Object>> invoke(
                Handler<C, R, S> handler, C caller, String member, List<Object> body) {
            return switch (member) {
                case "OpenAll" -> handler.openAll(caller, OpenAllIn.fromBody(body)).thenApply(OpenAllOut::toBody);
                case "Notify" -> handler.notify_(caller).thenApply(_ -> List.of());
                default -> throw new VitrineException(ErrorName.UNKNOWN_METHOD, NAME + " has no such method");
            };
        }
    }

    /**
     * Call the interface on one remote object. Immutable; no method blocks.
     *
     * @param <S> the kind of file descriptor sent with a call, which stays the caller's
     * @param <R> the kind of file descriptor received with a reply, which is the caller's from then on
     */
    final class Client<S, R> {
        private final Invoker<S, R> invoker;
        private final ObjectPath path;

        /**
         * Make a client of one object.
         *
         * @param invoker carries the calls
         * @param path the object
         */
        public Client(Invoker<S, R> invoker, ObjectPath path) {
            this.invoker = invoker;
            this.path = path;
        }

        /**
         * Open all.
         *
         * <p>Then read them.
         *
         * @param firstOne Where to begin, and no earlier.
         * @return the reply's arguments; or fails with NOT_FOUND or LIMITS
         */
        public CompletionStage<OpenAllOut<R>> openAll(long firstOne) {
            List<Object> body = new OpenAllIn<>(firstOne).toBody();
            return invoker.invoke(path, DESCRIPTION, OPEN_ALL, body).thenApply(OpenAllOut::fromBody);
        }

        /**
         * Wake up.
         *
         * @return when it is done
         */
        public CompletionStage<Void> notify_() {
            List<Object> body = List.of();
            return invoker.invoke(path, DESCRIPTION, NOTIFY, body).thenAccept(_ -> {});
        }
    }
}
