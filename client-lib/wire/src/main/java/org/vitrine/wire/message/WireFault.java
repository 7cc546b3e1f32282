package org.vitrine.wire.message;

/** Reports inside this package which rule some bytes break; the text is safe for the peer. */
final class WireFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WireFault(String rule) {
        super(rule, null, false, false);
    }
}
