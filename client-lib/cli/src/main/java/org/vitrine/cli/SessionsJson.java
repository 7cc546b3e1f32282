package org.vitrine.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.vitrine.client.admin.AdminPeer;
import org.vitrine.client.admin.AdminSession;
import org.vitrine.client.admin.SharedThings;

/** Writes who looks at what. */
final class SessionsJson {
    private SessionsJson() {}

    /** Returns {@code {"sessions":[…]}}. */
    static String of(SharedThings shared) {
        return Json.object(json -> {
            json.writeArrayFieldStart("sessions");
            for (AdminSession session : shared.sessions()) {
                json.writeStartObject();
                write(json, session);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, AdminSession session) throws IOException {
        json.writeNumberField("id", session.id());
        json.writeStringField("path", session.path().value());
        write(json, session.consumer());
        json.writeNumberField("image", session.imageId());
        json.writeStringField("access", session.access());
        json.writeStringField("basis", session.why().basis());
        json.writeStringField("rule", session.why().rule());
        json.writeStringField("rule_source", session.why().ruleSource());
        json.writeStringField("grant", session.why().grant());
        json.writeStringField("since", session.since().toString());
    }

    /** Writes a program's fields into an object that is open already. */
    static void write(JsonGenerator json, AdminPeer peer) throws IOException {
        json.writeStringField("app", peer.app());
        json.writeStringField("sandbox", peer.sandbox());
        json.writeStringField("bus_name", peer.busName());
        json.writeNumberField("pid", peer.pid());
        json.writeStringField("evidence", peer.evidence());
        json.writeStringField("unit", peer.unit());
        json.writeStringField("executable", peer.executable());
    }
}
