package org.vitrine.broker.grants.table;

import java.io.IOException;
import java.io.Serial;

/** Tells that bytes are no row. */
final class BrokenRowException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    BrokenRowException(String message) {
        super(message);
    }
}
