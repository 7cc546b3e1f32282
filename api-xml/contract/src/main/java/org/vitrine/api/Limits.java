package org.vitrine.api;

/**
 * Bound what one peer may ask for. Immutable; every limit is inclusive and at least 1.
 *
 * @param planes planes of a buffer
 * @param buffersPerImage buffers of one generation of an image
 * @param descriptorsPerMessage file descriptors in one message, in or out; dbus-daemon's own limit for a session bus
 * @param bodyBytes bytes of a message's body
 * @param stringBytes UTF-8 bytes of a string within a message
 * @param variantDepth variants within variants
 * @param imagesPerProducer images that a producer advertises
 * @param grantsPerApp remembered grants of an application
 * @param pendingRequestsPerApp unanswered requests of an application
 * @param pendingRequests unanswered requests of all applications together
 * @param descriptorsPerPeer file descriptors held on account of one bus connection
 * @param widthPixels width of a buffer
 * @param heightPixels height of a buffer
 * @param tokenCharacters characters of a handle token
 * @param titleCharacters characters (UTF-16 code units) of an image's title
 * @param tagsPerImage tags of an image
 */
public record Limits(
        int planes,
        int buffersPerImage,
        int descriptorsPerMessage,
        int bodyBytes,
        int stringBytes,
        int variantDepth,
        int imagesPerProducer,
        int grantsPerApp,
        int pendingRequestsPerApp,
        int pendingRequests,
        int descriptorsPerPeer,
        int widthPixels,
        int heightPixels,
        int tokenCharacters,
        int titleCharacters,
        int tagsPerImage) {

    /** The limits of a broker that is not configured otherwise. */
    public static final Limits DEFAULTS =
            new Limits(4, 16, 16, 64 * 1024, 4 * 1024, 8, 64, 128, 16, 128, 256, 32_768, 32_768, 64, 256, 16);

    public Limits {
        atLeastOne("planes", planes);
        atLeastOne("buffersPerImage", buffersPerImage);
        atLeastOne("descriptorsPerMessage", descriptorsPerMessage);
        atLeastOne("bodyBytes", bodyBytes);
        atLeastOne("stringBytes", stringBytes);
        atLeastOne("variantDepth", variantDepth);
        atLeastOne("imagesPerProducer", imagesPerProducer);
        atLeastOne("grantsPerApp", grantsPerApp);
        atLeastOne("pendingRequestsPerApp", pendingRequestsPerApp);
        atLeastOne("pendingRequests", pendingRequests);
        atLeastOne("descriptorsPerPeer", descriptorsPerPeer);
        atLeastOne("widthPixels", widthPixels);
        atLeastOne("heightPixels", heightPixels);
        atLeastOne("tokenCharacters", tokenCharacters);
        atLeastOne("titleCharacters", titleCharacters);
        atLeastOne("tagsPerImage", tagsPerImage);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, not " + value);
        }
    }
}
