package org.vitrine.client.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.image.RawBuffer;
import org.vitrine.api.image.RawPlane;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;

/** What somebody advertises; owns duplicates of the descriptors. */
final class FakeImage {
    final UniqueName producer;
    final ObjectPath path;
    final Map<String, Variant<Fd>> properties = new LinkedHashMap<>();
    List<RawBuffer<OwnedFd>> buffers;
    long generation = 1;
    long latest;
    long sequence;

    FakeImage(UniqueName producer, ObjectPath path, Map<String, ?> properties, List<RawBuffer<OwnedFd>> buffers) {
        this.producer = producer;
        this.path = path;
        this.buffers = buffers;
        properties.forEach((key, value) -> {
            Variant<?> variant = (Variant<?>) value;
            this.properties.put(key, new Variant<>(variant.signature(), variant.value()));
        });
    }

    String title() {
        return (String) properties.get("title").value();
    }

    Map<String, Variant<Fd>> metadata() {
        Map<String, Variant<Fd>> all = new LinkedHashMap<>(properties);
        RawBuffer<OwnedFd> first = buffers.getFirst();
        all.put("width", Variant.of("u", first.width()));
        all.put("height", Variant.of("u", first.height()));
        all.put("fourcc", Variant.of("u", first.fourCc()));
        all.put("modifier", Variant.of("t", first.modifier()));
        all.put("planes", Variant.of("u", (long) first.planes().size()));
        all.put("generation", Variant.of("u", generation));
        all.put("buffers", Variant.of("u", (long) buffers.size()));
        all.put("sequence", Variant.of("t", sequence));
        return all;
    }

    void close() {
        buffers.stream()
                .flatMap(buffer -> buffer.planes().stream())
                .map(RawPlane::fd)
                .distinct()
                .forEach(OwnedFd::close);
    }
}
