package org.vitrine.wire.message;

/** Reports that a message can't be encoded because a limit is in the way; nothing was sent. */
public final class MessageTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MessageTooLargeException(String limit) {
        super(limit);
    }
}
