package org.vitrine.broker.door.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vitrine.api.dbus.Variant;
import org.vitrine.broker.door.Values;
import org.vitrine.fd.Fd;
import org.vitrine.policy.Action;

/** Makes the details that OpenImage answers with. */
final class OpenDetails {
    private static final Variant<Fd> READ = Values.text(Action.READ.word());
    private static final Variant<Fd> WRITE = Values.text(Action.WRITE.word());
    private static final Variant<Fd> ENFORCED = Values.flag(true);
    private static final Variant<Fd> NOT_ENFORCED = Values.flag(false);

    private OpenDetails() {}

    static Map<String, Variant<Fd>> of(Action access, long sequence, boolean readOnlyEnforced) {
        Map<String, Variant<Fd>> details = new LinkedHashMap<>(4);
        details.put("access", access == Action.WRITE ? WRITE : READ);
        details.put("sequence", Values.uint64(sequence));
        details.put("read_only_enforced", readOnlyEnforced ? ENFORCED : NOT_ENFORCED);
        return details;
    }
}
