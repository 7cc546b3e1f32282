package org.vitrine.api.image;

/** Refuses text or bytes that don't describe an image. The message says why and may be sent to the peer. */
public final class MalformedImageException extends Exception {

    private static final long serialVersionUID = 1;

    MalformedImageException(String message) {
        super(message);
    }
}
