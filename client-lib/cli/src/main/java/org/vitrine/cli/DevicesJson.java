package org.vitrine.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.gpu.exporter.Exporter;
import org.vitrine.gpu.exporter.Exporters;
import org.vitrine.gpu.exporter.MissingExporter;

/** Writes what this machine can make images' memory with. */
final class DevicesJson {
    private DevicesJson() {}

    /** Returns {@code {"exporters":[…],"missing":[…]}}. An exporter without formats makes every linear one. */
    static String of(Exporters exporters) {
        return Json.object(json -> {
            json.writeArrayFieldStart("exporters");
            for (Exporter exporter : exporters.found()) {
                write(json, exporter);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("missing");
            for (MissingExporter missing : exporters.missing()) {
                write(json, missing);
            }
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, Exporter exporter) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", exporter.name());
        json.writeStringField("kind", exporter.kind().word());
        json.writeStringField("device", exporter.device().orElse(null));
        json.writeStringField("driver", exporter.driver());
        json.writeArrayFieldStart("formats");
        for (DrmFormat format : exporter.formats()) {
            json.writeString(format.toString());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, MissingExporter missing) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", missing.kind().word());
        json.writeStringField("why", missing.why());
        json.writeStringField("how_to_get_it", missing.howToGetIt());
        json.writeEndObject();
    }
}
