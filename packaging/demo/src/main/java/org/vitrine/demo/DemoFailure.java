package org.vitrine.demo;

import java.io.Serial;

/** Says in plain words what went wrong. */
final class DemoFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    DemoFailure(String text) {
        super(text);
    }
}
