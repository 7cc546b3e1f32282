package org.vitrine.generator.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.generator.Samples;
import org.vitrine.generator.model.Argument;
import org.vitrine.generator.model.Contract;
import org.vitrine.generator.model.ErrorEntry;
import org.vitrine.generator.model.Interface;
import org.vitrine.generator.model.Method;
import org.vitrine.generator.model.TypeParser;

class ContractReaderTest {
    @TempDir
    Path folder;

    @Test
    void readsErrorNamesWithTheirComments() {
        assertThat(new Samples(folder).contract().errors())
                .containsExactly(
                        new ErrorEntry("NOT_FOUND", "org.example.NotFound", "CALLER", false, "It is not there."),
                        new ErrorEntry("LIMITS", "org.example.Limits", "LIMIT", true, "It is too much, for now."));
    }

    @Test
    void readsMembersWithTheirComments() {
        Contract contract = new Samples(folder).contract();
        Interface sample = contract.interfaces().findFirst().orElseThrow();
        Method openAll = sample.methods().getFirst();

        assertThat(contract.doors().getFirst().path()).isEqualTo("/org/example");
        assertThat(sample.title()).isEqualTo("Try things.");
        assertThat(openAll.doc().paragraphs()).containsExactly("Open all.", "Then read them.");
        assertThat(openAll.errors()).containsExactly("NOT_FOUND", "LIMITS");
        assertThat(openAll.in())
                .containsExactly(new Argument(
                        "first_one", TypeParser.parse("u"), Optional.empty(), "Where to begin, and no earlier."));
        assertThat(openAll.out().getLast().shape().orElseThrow().fields()).isEqualTo(List.of("path", "class"));
    }

    @Test
    void keepsCommentsAndJavaOutOfIntrospection() {
        Interface sample =
                new Samples(folder).contract().interfaces().findFirst().orElseThrow();

        assertThat(sample.xml())
                .contains("<arg name=\"items\" type=\"a(os)\" direction=\"out\"/>", "<method name=\"Notify\"/>")
                .contains("<annotation name=\"org.freedesktop.DBus.Property.EmitsChangedSignal\" value=\"const\"/>")
                .doesNotContain("<!--", "Java");
    }
}
