package org.vitrine.broker.rules;

import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/** Makes the error for rules that can't be read. */
final class RuleFault {
    private RuleFault() {}

    static VitrineException of(String text) {
        return new VitrineException(ErrorName.FAILED, text);
    }

    static VitrineException of(String text, Throwable cause) {
        return new VitrineException(ErrorName.FAILED, text, cause);
    }
}
