package org.vitrine.broker.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.vitrine.broker.identity.Caller;
import org.vitrine.policy.Basis;
import org.vitrine.policy.Decision;
import org.vitrine.policy.ProcessFacts;
import org.vitrine.policy.Rule;

/** Writes what entries hold. */
final class JsonEntries {
    private JsonEntries() {}

    static void write(JsonGenerator json, JournalEntry entry) throws IOException {
        switch (entry) {
            case JournalEntry.Decided decided -> write(json, decided);
            case JournalEntry.Delivered delivered -> write(json, delivered);
            case JournalEntry.Ended(Caller caller, JournalEntry.Image image, String reason) -> {
                json.writeStringField("event", "ended");
                write(json, caller);
                write(json, image);
                json.writeStringField("reason", reason);
            }
            case JournalEntry.Repeated(JournalEntry last, long times) -> {
                write(json, last);
                json.writeNumberField("times", times);
            }
            case JournalEntry.Changed(String what, String detail) -> {
                json.writeStringField("event", "changed");
                json.writeStringField("what", what);
                json.writeStringField("detail", detail);
            }
        }
    }

    private static void write(JsonGenerator json, JournalEntry.Decided decided) throws IOException {
        json.writeStringField("event", "decided");
        write(json, decided.caller());
        json.writeStringField("action", decided.action().word());
        write(json, decided.image());
        write(json, decided.decision());
        json.writeStringField("outcome", decided.outcome());
    }

    private static void write(JsonGenerator json, JournalEntry.Delivered delivered) throws IOException {
        json.writeStringField("event", "delivered");
        write(json, delivered.caller());
        json.writeStringField("action", delivered.access().word());
        write(json, delivered.image());
        json.writeNumberField("generation", delivered.generation());
        json.writeNumberField("buffers", delivered.buffers());
    }

    private static void write(JsonGenerator json, Caller caller) throws IOException {
        ProcessFacts process = caller.subject().process();
        json.writeStringField("app", caller.appId());
        json.writeStringField("sandbox", caller.subject().sandbox().word());
        json.writeStringField("bus_name", caller.name().value());
        json.writeNumberField("uid", caller.uid());
        json.writeNumberField("pid", caller.pid());
        json.writeStringField("evidence", process.evidence().word());
        json.writeStringField("unit", process.unit());
        json.writeStringField("executable", process.executable());
    }

    private static void write(JsonGenerator json, JournalEntry.Image image) throws IOException {
        json.writeObjectFieldStart("image");
        json.writeNumberField("id", image.serial());
        json.writeStringField("producer", image.producer());
        json.writeStringField("title", image.title());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Decision decision) throws IOException {
        json.writeStringField("effect", decision.effect().word());
        switch (decision.basis()) {
            case Basis.OfRule(Rule rule) -> {
                json.writeStringField("basis", "rule");
                json.writeStringField("rule", rule.name());
                json.writeStringField("source", rule.source().toString());
            }
            case Basis.OfManifest(String entry) -> {
                json.writeStringField("basis", "manifest");
                json.writeStringField("manifest", entry);
            }
            case Basis.OfGrant grant -> {
                json.writeStringField("basis", "grant");
                json.writeStringField("grant", grant.remembered().object());
            }
            case Basis.OfDefault _ -> json.writeStringField("basis", "default");
        }
    }
}
