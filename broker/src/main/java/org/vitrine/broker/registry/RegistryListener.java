package org.vitrine.broker.registry;

/**
 * Is told of every change, with the lock held and after the change was made. Must not block, throw, or change anything.
 */
public interface RegistryListener {
    /** A program became a producer. */
    default void producerAdded(ProducerSession producer) {}

    /** A producer's session ended; its images were removed before. */
    default void producerRemoved(ProducerSession producer, Ending ending) {}

    /** An image was advertised. */
    default void imageAdded(SharedImage image) {}

    /** An image got other buffers. */
    default void imageChanged(SharedImage image) {}

    /** An image was withdrawn; its sessions ended before. */
    default void imageRemoved(SharedImage image) {}

    /** A consumer was let in. */
    default void sessionAdded(ConsumerSession session) {}

    /** A consumer's session ended. */
    default void sessionRemoved(ConsumerSession session, Ending ending) {}

    /** Somebody waits for an image's first buffers, which must have one of these formats. */
    default void buffersWanted(SharedImage image, FormatSet formats) {}

    /** Other rules are in force. */
    default void rulesChanged() {}

    /** Nobody is handed anything for now, or sharing goes on. */
    default void sharingPaused(boolean paused) {}
}
