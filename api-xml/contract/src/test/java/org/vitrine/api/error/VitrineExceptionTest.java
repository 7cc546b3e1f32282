package org.vitrine.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VitrineExceptionTest {
    @Test
    void keepsItsCauseOutOfTheTextForThePeer() {
        Exception cause = new IllegalStateException("/home/alice");
        VitrineException exception = new VitrineException(ErrorName.FAILED, "could not", cause);

        assertThat(exception).hasCause(cause).hasMessage("org.freedesktop.portal.Error.Failed: could not");
        assertThat(exception.text()).isEqualTo("could not");
        assertThat(exception.name()).isEqualTo(ErrorName.FAILED);
    }
}
