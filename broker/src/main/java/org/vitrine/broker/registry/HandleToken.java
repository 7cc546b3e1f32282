package org.vitrine.broker.registry;

import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/**
 * Names a request or session within its owner's paths.
 *
 * @param value 1 to 64 characters of {@code [A-Za-z0-9_]}, as xdg-desktop-portal has it
 */
public record HandleToken(String value) {
    /** The greatest length in characters. */
    public static final int MAX_LENGTH = 64;

    public HandleToken {
        if (value.isEmpty() || value.length() > MAX_LENGTH || !value.chars().allMatch(HandleToken::fits)) {
            throw new VitrineException(
                    ErrorName.INVALID_ARGUMENT, "A handle token has 1 to 64 characters of A-Z, a-z, 0-9 and _");
        }
    }

    private static boolean fits(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
}
