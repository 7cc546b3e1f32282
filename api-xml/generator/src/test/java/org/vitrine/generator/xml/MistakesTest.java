package org.vitrine.generator.xml;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.generator.ContractException;
import org.vitrine.generator.Samples;

class MistakesTest {
    private static final String INTERFACE = "door.xml: interface org.example.Sample1";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "type=\"a(os)\"|type=\"a(os\"|: method OpenAll: arg items: \"a(os\" is not the signature of one type",
                "type=\"a(os)\"|type=\"os\"|: method OpenAll: arg items: \"os\" is not the signature of one type",
                "type=\"a(os)\"|type=\"a{vs}\"|: method OpenAll: arg items: \"a{vs}\" is not the signature of one type",
                "type=\"a(os)\"|type=\"()\"|: method OpenAll: arg items: \"()\" is not the signature of one type",
                "type=\"a(os)\"||: method OpenAll: arg items: has no type",
                "Item path class|Item path|: method OpenAll: arg items: the record \"Item path\" does not fit a(os)",
                "NOT_FOUND LIMITS|NOT_FOUND LIMIT|: method OpenAll: ErrorName has no constant \"LIMIT\"",
                "NOT_FOUND LIMITS|LIMITS LIMITS|: method OpenAll: has \"LIMITS\" twice",
                "arg name=\"first_one\"|arg|: method OpenAll: arg: has no name",
                "direction=\"in\"|direction=\"up\"|: method OpenAll: arg first_one: \"up\" is no direction here",
                "@items: Items.||: method OpenAll: arg items: is not documented: its comment needs \"@items: ...\"",
                "@items:|@item:|: method OpenAll: arg items: is not documented: its comment needs \"@items: ...\"",
                "@details:|@old: x @more:|: signal Changed: arg details: is not documented: its comment needs \"@details: ...\"",
                "Wake up.||: method Notify: its comment says nothing about it",
                "Notify:|Wake:|: method Notify: its comment must begin with \"Notify:\"",
                "@short_description: Try things.||: is not documented: its comment needs \"@short_description: ...\"",
                "access=\"read\"|access=\"peek\"|: property version: \"peek\" is no access",
                "access=\"read\"||: property version: has no access"
            })
    void areNamedByFileAndElement(String text, String replacement, String message) {
        assertThatThrownBy(() -> new Samples(folder).contractWith(text, replacement == null ? "" : replacement))
                .isInstanceOf(ContractException.class)
                .hasMessage(INTERFACE + message);
    }

    @Test
    void includeAMemberWithoutAnyComment() {
        assertThatThrownBy(() ->
                        new Samples(folder).contractWith("<method name=\"Notify\"/>", "<x/><method name=\"Notify\"/>"))
                .hasMessage(INTERFACE + ": method Notify: is not documented: it needs a comment directly before it");
    }

    @Test
    void includeADocumentedArgumentThatIsNotThere() {
        assertThatThrownBy(() -> new Samples(folder).contractWith("@details:", "@old: Gone.\n      @details:"))
                .hasMessage(INTERFACE + ": signal Changed: its comment documents @old, which it has not");
    }

    @Test
    void includeTwoMembersOfOneName() {
        assertThatThrownBy(() -> new Samples(folder).contractWith("Changed", "Notify"))
                .hasMessage(INTERFACE + ": has \"Notify\" twice");
    }

    @Test
    void includeXmlThatIsNotWellFormed() {
        assertThatThrownBy(() -> new Samples(folder).contractWith("</node>", ""))
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith("door.xml: ");
    }

    @Test
    void includeEntitiesSoThatNoOtherFileIsEverRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "hidden");
        String doctype = "<!DOCTYPE node [<!ENTITY secret SYSTEM \"" + secret.toUri() + "\">]>";

        assertThatThrownBy(() -> new Samples(folder)
                        .contractOf(doctype + "<!-- A door. --><node name=\"/a\"><x>&secret;</x></node>"))
                .isInstanceOf(ContractException.class)
                .hasMessage("door.xml: a DOCTYPE must not declare anything");
    }
}
