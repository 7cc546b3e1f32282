package org.vitrine.api.image;

/** Refuses a peer's buffer. The message is {@link LayoutFault#text} and may be sent to the peer. */
public final class LayoutException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient LayoutFault fault;

    LayoutException(LayoutFault fault) {
        super(fault.text());
        this.fault = fault;
    }

    /** Returns which rule was broken, and by which plane. */
    public LayoutFault fault() {
        return fault;
    }
}
