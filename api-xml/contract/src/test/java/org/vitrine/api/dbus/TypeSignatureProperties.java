package org.vitrine.api.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class TypeSignatureProperties {
    @Property
    void writesWhatItParsed(@ForAll("signatures") String signature) {
        assertThat(signatureOf(new TypeSignature(signature))).isEqualTo(signature);
    }

    @Property
    void neitherLoopsNorFailsOtherwiseThanPromised(
            @ForAll @StringLength(max = 300) @CharRange(from = 'a', to = '~') @CharRange(from = '(', to = ')')
                    String text) {
        boolean accepted;
        try {
            accepted = signatureOf(new TypeSignature(text)).equals(text);
        } catch (IllegalArgumentException refused) {
            accepted = true;
        }
        assertThat(accepted).isTrue();
    }

    @Provide
    Arbitrary<String> signatures() {
        return types().list().ofMaxSize(6).map(types -> String.join("", types)).filter(text -> text.length() <= 255);
    }

    private static Arbitrary<String> types() {
        Arbitrary<String> basic = Arbitraries.of(DBusType.Basic.CODES.split(""));
        return Arbitraries.recursive(
                () -> Arbitraries.oneOf(basic, Arbitraries.just("v")),
                type -> Arbitraries.oneOf(
                        type.map(element -> "a" + element),
                        type.flatMap(value -> basic.map(key -> "a{" + key + value + "}")),
                        type.list().ofMinSize(1).ofMaxSize(3).map(fields -> "(" + String.join("", fields) + ")")),
                0,
                4);
    }

    private static String signatureOf(TypeSignature signature) {
        return signature.types().stream().map(DBusType::signature).collect(Collectors.joining());
    }
}
