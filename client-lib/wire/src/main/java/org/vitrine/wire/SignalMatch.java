package org.vitrine.wire;

import java.util.Objects;
import java.util.Optional;
import org.vitrine.api.dbus.ObjectPath;

/**
 * Which signals a subscriber wants.
 *
 * @param sender a unique name, a well-known name (whoever owns it when the signal arrives), or the driver's
 * @param path only from this object
 * @param interfaceName only of this interface
 * @param member only of this name
 */
public record SignalMatch(
        String sender, Optional<ObjectPath> path, Optional<String> interfaceName, Optional<String> member) {

    public SignalMatch {
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(interfaceName, "interfaceName");
        Objects.requireNonNull(member, "member");
    }

    /** Match every signal of one sender. */
    public static SignalMatch from(String sender) {
        return new SignalMatch(sender, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Narrow to one object. */
    public SignalMatch at(ObjectPath onlyPath) {
        return new SignalMatch(sender, Optional.of(onlyPath), interfaceName, member);
    }

    /** Narrow to one interface. */
    public SignalMatch of(String onlyInterface) {
        return new SignalMatch(sender, path, Optional.of(onlyInterface), member);
    }

    /** Narrow to one member. */
    public SignalMatch named(String onlyMember) {
        return new SignalMatch(sender, path, interfaceName, Optional.of(onlyMember));
    }

    /** Tell whether path, interface and member fit; the sender is checked against the bus's names elsewhere. */
    public boolean fits(ObjectPath signalPath, String signalInterface, String signalMember) {
        return path.filter(p -> !p.equals(signalPath)).isEmpty()
                && interfaceName.filter(i -> !i.equals(signalInterface)).isEmpty()
                && member.filter(m -> !m.equals(signalMember)).isEmpty();
    }
}
