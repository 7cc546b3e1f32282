package org.vitrine.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.gpu.device.BufferSystem;
import org.vitrine.gpu.device.Devices;
import org.vitrine.gpu.device.Exporter;
import org.vitrine.gpu.device.Importer;
import org.vitrine.gpu.device.MissingSystem;

/** Writes what this machine can make images' memory with, and import it with. */
final class DevicesJson {
    private DevicesJson() {}

    /**
     * Returns {@code {"exporters":[…],"importers":[…],"missing":[…]}}. An exporter without formats makes every linear
     * one, an importer without formats takes any.
     */
    static String of(Devices devices) {
        return Json.object(json -> {
            json.writeArrayFieldStart("exporters");
            for (Exporter exporter : devices.exporters()) {
                write(
                        json,
                        exporter.name(),
                        exporter.system(),
                        exporter.device(),
                        exporter.driver(),
                        exporter.formats());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("importers");
            for (Importer importer : devices.importers()) {
                write(
                        json,
                        importer.name(),
                        importer.system(),
                        importer.device(),
                        importer.driver(),
                        importer.formats());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("missing");
            for (MissingSystem missing : devices.missing()) {
                write(json, missing);
            }
            json.writeEndArray();
        });
    }

    private static void write(
            JsonGenerator json,
            String name,
            BufferSystem system,
            Optional<String> device,
            String driver,
            List<DrmFormat> formats)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("system", system.word());
        json.writeStringField("device", device.orElse(null));
        json.writeStringField("driver", driver);
        json.writeArrayFieldStart("formats");
        for (DrmFormat format : formats) {
            json.writeString(format.toString());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, MissingSystem missing) throws IOException {
        json.writeStartObject();
        json.writeStringField("system", missing.system().word());
        json.writeStringField("why", missing.why());
        json.writeStringField("how_to_get_it", missing.howToGetIt());
        json.writeEndObject();
    }
}
