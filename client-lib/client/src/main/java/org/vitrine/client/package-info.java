/**
 * Shares images with other programs, and looks at theirs.
 *
 * <p>A producer draws into memory that its consumers see, with no copy in between. Closing a drawing publishes it:
 *
 * <pre>{@code
 * try (Vitrine vitrine = Vitrine.connect(options);
 *         SharedImage image = vitrine.share(ImageSpec.of("My picture", 320, 200))) {
 *     try (Drawing drawing = image.draw()) {
 *         PixelPlane plane = drawing.pixels().plane();
 *         for (int y = 0; y < plane.rows(); y++) {
 *             for (int x = 0; x < 320; x++) {
 *                 plane.row(y).setAtIndex(JAVA_INT, x, 0xff808080);
 *             }
 *         }
 *     } // published
 *     meanwhile.accept(image.id());
 * } // withdrawn
 * }</pre>
 *
 * <p>A consumer reads the very memory that the producer drew into:
 *
 * <pre>{@code
 * try (Vitrine vitrine = Vitrine.connect(options)) {
 *     ImageInfo info = vitrine.images(ImageFilter.titled("My *")).getFirst();
 *     try (OpenedImage image = vitrine.open(info.id());
 *             PixelMapping mapping = image.map()) {
 *         return mapping.pixels().plane().row(0).getAtIndex(JAVA_INT, 0);
 *     }
 * }
 * }</pre>
 *
 * <p>One that wants every new frame asks for a session with {@link org.vitrine.client.Vitrine#requestAccess}:
 *
 * <pre>{@code
 * try (Vitrine vitrine = Vitrine.connect(options);
 *         ImageSession session = vitrine.requestAccess(id, AccessOptions.READ.because("To show it"))) {
 *     Optional<Frame> frame = session.nextFrame(Duration.ofSeconds(1));
 *     while (frame.isPresent()) {
 *         firstPixels.add(session.pixels(frame.get()).plane().row(0).getAtIndex(JAVA_INT, 0));
 *         frame = session.nextFrame(Duration.ofSeconds(1));
 *     }
 * }
 * }</pre>
 *
 * <p>Everything that holds a descriptor or a mapping is {@link AutoCloseable}, and warns in the log if it is lost
 * without having been closed. Closing twice does nothing. Methods block for the broker's answer at most, and where
 * policy says so for the user's; all are safe for use by many threads unless they say otherwise. What the broker
 * refuses is thrown as {@link org.vitrine.api.error.VitrineException} with its name.
 */
@NullMarked
package org.vitrine.client;

import org.jspecify.annotations.NullMarked;
