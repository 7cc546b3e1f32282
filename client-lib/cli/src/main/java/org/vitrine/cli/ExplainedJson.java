package org.vitrine.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.vitrine.client.admin.AdminImage;
import org.vitrine.client.admin.Explained;

/** Writes an explanation. */
final class ExplainedJson {
    private ExplainedJson() {}

    static String of(Explained explained, AdminImage image, String access) {
        return Json.object(json -> {
            json.writeStringField("effect", explained.effect());
            json.writeNumberField("image", image.id());
            json.writeStringField("access", access);
            write(json, explained.basis());
            json.writeBooleanField("visible", explained.visible());
            json.writeBooleanField("paused", explained.paused());
            json.writeObjectFieldStart("consumer");
            SessionsJson.write(json, explained.consumer().peer());
            json.writeBooleanField("assumed", explained.consumer().assumed());
            json.writeEndObject();
            json.writeArrayFieldStart("shadowed");
            for (Explained.OtherRule rule : explained.shadowed()) {
                json.writeStartObject();
                write(json, rule);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("near");
            for (Explained.NearMiss miss : explained.near()) {
                json.writeStartObject();
                write(json, miss.rule());
                json.writeStringField("effect", miss.effect());
                json.writeStringField("unmet", miss.unmet());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, Explained.Basis basis) throws IOException {
        json.writeStringField("stage", basis.stage());
        json.writeStringField("rule", basis.rule());
        json.writeStringField("file", basis.file());
        json.writeNumberField("line", basis.line());
        json.writeStringField("manifest", basis.manifest());
        json.writeStringField("grant", basis.grant());
    }

    private static void write(JsonGenerator json, Explained.OtherRule rule) throws IOException {
        json.writeStringField("rule", rule.name());
        json.writeStringField("file", rule.file());
        json.writeNumberField("line", rule.line());
    }
}
