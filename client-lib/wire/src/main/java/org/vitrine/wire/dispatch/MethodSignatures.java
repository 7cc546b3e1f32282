package org.vitrine.wire.dispatch;

import java.util.IdentityHashMap;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.api.dbus.TypeSignature;

/** Keep the signatures of methods, which descriptions make anew each time. Used by the reader thread only. */
final class MethodSignatures {
    private static final int CAPACITY = 1024;

    private final IdentityHashMap<MethodDescription, InOut> known = new IdentityHashMap<>();

    /** The signatures of a method's arguments and of its answer. */
    record InOut(TypeSignature in, TypeSignature out) {}

    InOut of(MethodDescription method) {
        InOut signatures = known.get(method);
        if (signatures == null) {
            if (known.size() >= CAPACITY) {
                known.clear();
            }
            signatures = new InOut(method.inSignature(), method.outSignature());
            known.put(method, signatures);
        }
        return signatures;
    }
}
