package org.vitrine.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vitrine.client.admin.RememberedGrant;

/** Writes what is remembered. Times are RFC 3339, or {@code null} if unknown or never. */
final class GrantsJson {
    private GrantsJson() {}

    /** Returns {@code {"grants":[…]}}. */
    static String of(List<RememberedGrant> grants) {
        return Json.object(json -> {
            json.writeArrayFieldStart("grants");
            for (RememberedGrant grant : grants) {
                json.writeStartObject();
                write(json, grant);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, RememberedGrant grant) throws IOException {
        json.writeStringField("app", grant.app());
        json.writeStringField("object", grant.object());
        json.writeStringField("access", grant.access());
        json.writeStringField("answer", grant.answer());
        json.writeStringField("persistence", grant.persistence());
        json.writeStringField("granted", text(grant.times().granted()));
        json.writeStringField("used", text(grant.times().used()));
        json.writeStringField("expires", text(grant.times().expires()));
    }

    private static @Nullable String text(Optional<Instant> time) {
        return time.map(Instant::toString).orElse(null);
    }
}
