package org.vitrine.broker.registry;

import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/** Words the answers to what can't be done, so that what is foreign and what is unknown always sound the same. */
public final class Refusals {
    private Refusals() {}

    /** Makes the answer for an image that is not there, or not for the caller to know of. */
    public static VitrineException noSuchImage() {
        return new VitrineException(ErrorName.NOT_FOUND, "There is no such image: see ListImages for those there are");
    }

    /** Makes the answer for a session that is not there, or not the caller's. */
    public static VitrineException noSuchSession() {
        return new VitrineException(ErrorName.NOT_FOUND, "There is no such session, or it has ended");
    }

    static VitrineException tokenInUse() {
        return new VitrineException(ErrorName.EXISTS, "The handle token is in use: take another one for each call");
    }

    static VitrineException staleGeneration(long present) {
        return new VitrineException(ErrorName.STALE_GENERATION, "The image is at generation " + present + " now");
    }

    /** Makes the answer for an image that went while somebody waited for it. */
    public static VitrineException producerGone() {
        return new VitrineException(ErrorName.PRODUCER_GONE, "The image was taken back while the call waited for it");
    }

    static VitrineException callerGone() {
        return new VitrineException(ErrorName.NO_REPLY, "The caller has left the bus");
    }

    /** Makes the answer to what would go over a limit. */
    static VitrineException limit(String text) {
        return new VitrineException(ErrorName.LIMITS_EXCEEDED, text);
    }

    static VitrineException invalid(String text) {
        return new VitrineException(ErrorName.INVALID_ARGUMENT, text);
    }

    static VitrineException layout(String text) {
        return new VitrineException(ErrorName.INVALID_LAYOUT, text);
    }

    /** Makes the answer to a consumer that can take none of the formats there are. */
    public static VitrineException noCommonFormat() {
        return new VitrineException(
                ErrorName.NOT_SUPPORTED, "The image comes in none of the formats that you can take");
    }
}
