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

    static VitrineException noBuffersInTime() {
        return new VitrineException(ErrorName.TIMEOUT, "The producer gave no buffers in time: try again later");
    }

    static VitrineException callerGone() {
        return new VitrineException(ErrorName.NO_REPLY, "The caller has left the bus");
    }

    /** Makes the answer to what policy or the user refuses. */
    public static VitrineException denied() {
        return new VitrineException(
                ErrorName.NOT_ALLOWED, "Neither a rule nor the user lets this program open the image");
    }

    /** Makes the answer to a wish that was taken back. */
    public static VitrineException withdrawn() {
        return new VitrineException(ErrorName.CANCELLED, "The question was taken back");
    }

    /** Makes the answer while nothing is handed out. */
    public static VitrineException paused() {
        return new VitrineException(ErrorName.NOT_ALLOWED, "The user has paused all sharing: try again later");
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
