package org.vitrine.api.image;

/**
 * Refuses a peer's buffer. The message is {@link LayoutFault#text} and may be sent to the peer.
 *
 * <p>It has no stack trace: the mistake is the peer's, and one who makes it often shall not cost us much.
 */
public final class LayoutException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient LayoutFault fault;

    LayoutException(LayoutFault fault) {
        super(null, null, false, false);
        this.fault = fault;
    }

    /** Returns which rule was broken, and by which plane. */
    public LayoutFault fault() {
        return fault;
    }

    @Override
    public String getMessage() {
        return fault.text();
    }
}
