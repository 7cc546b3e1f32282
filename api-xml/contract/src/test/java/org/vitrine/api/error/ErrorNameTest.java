package org.vitrine.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorNameTest {
    @ParameterizedTest
    @EnumSource
    void isFoundByItsDBusName(ErrorName name) {
        assertThat(ErrorName.ofDbusName(name.dbusName())).contains(name);
    }

    @ParameterizedTest
    @EnumSource
    void endsOnTheBusAsItsConstantIsCalled(ErrorName name) {
        String element = name.dbusName().substring(name.dbusName().lastIndexOf('.') + 1);

        assertThat(element.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT))
                .isEqualTo(name.name());
    }

    @Test
    void hasNoDBusNameTwice() {
        assertThat(Arrays.stream(ErrorName.values()).map(ErrorName::dbusName)).doesNotHaveDuplicates();
    }

    @Test
    void doesNotKnowForeignNames() {
        assertThat(ErrorName.ofDbusName("java.lang.Runtime")).isEmpty();
    }
}
