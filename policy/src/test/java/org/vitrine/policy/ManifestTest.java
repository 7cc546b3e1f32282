package org.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
    private static final ImageFacts CAMERA = new ImageFacts("org.example.Camera", "Front camera", List.of());
    private static final ImageFacts SAFE = new ImageFacts("org.example.Safe", "Combination", List.of());

    @Test
    void letsInWhatAnEntryMatches() {
        Manifest manifest = Manifest.of(Map.of("read", List.of("org.other.App", "org.example.*"), "list", List.of()));
        assertThat(manifest.entryFor(Action.READ, CAMERA)).contains("read=org.example.*");
        assertThat(manifest.entryFor(Action.WRITE, CAMERA)).isEmpty();
        assertThat(manifest.entryFor(Action.LIST, CAMERA)).isEmpty();
    }

    @Test
    void excludesWhatBeginsWithAnExclamationMark() {
        Manifest manifest = Manifest.of(Map.of("read", List.of("org.example.*", "!org.example.Safe")));
        assertThat(manifest.entryFor(Action.READ, CAMERA)).isPresent();
        assertThat(manifest.entryFor(Action.READ, SAFE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "*"})
    void asksToProduceWithYes(String value) {
        Manifest manifest = Manifest.of(Map.of("produce", List.of(value)));
        assertThat(manifest.entryFor(Action.PRODUCE, CAMERA)).contains("produce=*");
        assertThat(manifest.entryForProducing()).contains("produce=*");
        assertThat(Manifest.of(Map.of("produce", List.of(value, "!" + value))).entryForProducing())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "true", "org.example.*", "", "YES"})
    void takesNothingElseForYes(String value) {
        assertThat(Manifest.of(Map.of("produce", List.of(value))).entryForProducing())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Read", "read ", "all", "*", ""})
    void ignoresUnknownKeys(String key) {
        assertThat(Manifest.of(Map.of(key, List.of("*")))).isEqualTo(Manifest.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " org.example.Camera", "org.example.Camera\u0000", "org/example*", "*\n"})
    void ignoresValuesThatAreNoPatterns(String value) {
        assertThat(Manifest.of(Map.of("read", List.of(value))).entryFor(Action.READ, CAMERA))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "!org/other", "!!org.other", "! org.other"})
    void excludesEverythingByAnExclusionThatItDoesNotUnderstand(String value) {
        assertThat(Manifest.of(Map.of("read", List.of("*", value))).entryFor(Action.READ, CAMERA))
                .isEmpty();
    }

    @Test
    void asksForNothingWithMoreValuesThanAnyoneNeeds() {
        assertThat(Manifest.of(Map.of("read", Collections.nCopies(257, "*"))).entryFor(Action.READ, CAMERA))
                .isEmpty();
    }
}
