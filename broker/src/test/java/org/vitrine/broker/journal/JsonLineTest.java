package org.vitrine.broker.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vitrine.policy.Action;

class JsonLineTest {
    private static final Instant TIME = Instant.parse("2026-03-01T09:08:07.006Z");

    @Test
    void saysWhoWasLetInToWhatAndWhy() {
        assertThat(JsonLine.of(12, TIME, TestEntries.decided("Front")))
                .isEqualTo("{\"n\":12,\"time\":\"2026-03-01T09:08:07.006Z\",\"event\":\"decided\","
                        + "\"app\":\"org.example.Viewer\",\"sandbox\":\"flatpak\",\"bus_name\":\":1.5\","
                        + "\"uid\":1000,\"pid\":0,\"evidence\":\"strong\",\"unit\":\"app-viewer.scope\","
                        + "\"executable\":\"/usr/bin/viewer\",\"action\":\"read\","
                        + "\"image\":{\"id\":7,\"producer\":\"org.example.Camera\",\"title\":\"Front\"},"
                        + "\"effect\":\"allow\",\"basis\":\"grant\",\"grant\":\"org.example.Camera/Front\","
                        + "\"outcome\":\"allowed\"}");
    }

    @Test
    void saysWhatWasDeliveredAndHowItEnded() {
        JournalEntry.Image image = new JournalEntry.Image(7, "", "Front");
        assertThat(JsonLine.of(1, TIME, new JournalEntry.Delivered(TestEntries.caller(), Action.WRITE, image, 2, 3)))
                .contains("\"event\":\"delivered\"")
                .endsWith("\"generation\":2,\"buffers\":3}");
        assertThat(JsonLine.of(2, TIME, new JournalEntry.Ended(TestEntries.caller(), image, "revoked")))
                .contains("\"event\":\"ended\"")
                .endsWith("\"reason\":\"revoked\"}");
    }

    @Test
    void turnsNoTextAround() {
        assertThat(JsonLine.of(1, TIME, TestEntries.changed("a\u202eb\u0007c\nd\u009be\u2028f\u200bg\u007fh")))
                .contains("a\\u202Eb\\u0007c\\nd\\u009Be\\u2028f\\u200Bg\\u007Fh");
    }

    @Test
    void keepsPlainTextReadable() {
        assertThat(JsonLine.of(1, TIME, TestEntries.changed("Büro 画面"))).contains("Büro 画面");
    }
}
