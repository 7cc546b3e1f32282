package org.vitrine.broker.door.admin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vitrine.api.dbus.Variant;
import org.vitrine.broker.core.Core;
import org.vitrine.broker.door.Values;
import org.vitrine.broker.registry.Registry;
import org.vitrine.fd.Fd;

/** Counts what GetStatistics tells. */
final class AdminStatistics {
    private AdminStatistics() {}

    static Map<String, Variant<Fd>> of(Core core, DropCount dropCount) {
        Registry registry = core.registry();
        Map<String, Variant<Fd>> statistics = new LinkedHashMap<>();
        statistics.put("producers", Values.uint32(registry.producers().size()));
        statistics.put("images", Values.uint32(registry.images().size()));
        statistics.put("sessions", Values.uint32(registry.consumers().size()));
        statistics.put("requests", Values.uint32(registry.requestCount()));
        statistics.put("rules", Values.uint32(core.gate().ruleCount()));
        statistics.put("descriptors", Values.uint32(registry.descriptorCount()));
        statistics.put("delivered_buffers", Values.uint64(core.counters().deliveredBuffers()));
        statistics.put("refused_offers", Values.uint64(core.counters().refusedOffers()));
        statistics.put("dropped_messages", Values.uint64(dropCount.dropped()));
        statistics.put("uptime_ms", Values.uint64(core.counters().uptimeMs()));
        return statistics;
    }
}
