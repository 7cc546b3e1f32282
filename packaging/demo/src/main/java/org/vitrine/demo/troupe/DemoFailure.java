package org.vitrine.demo.troupe;

import java.io.Serial;

/** Says in plain words what went wrong. */
public final class DemoFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public DemoFailure(String text) {
        super(text);
    }
}
