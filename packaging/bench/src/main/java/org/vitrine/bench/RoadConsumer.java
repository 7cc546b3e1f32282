package org.vitrine.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Scanner;
import org.vitrine.client.ImageId;
import org.vitrine.client.OpenedImage;
import org.vitrine.client.PixelMapping;
import org.vitrine.client.Vitrine;

/**
 * Opens images and reads them: for each serial and number of its input, answers one byte when it has let the image go.
 */
public final class RoadConsumer {
    private RoadConsumer() {}

    /** Answer until the input ends; the first answer says that the connection is there. */
    public static void main(String[] arguments) throws IOException {
        try (Vitrine vitrine = Vitrine.connect();
                Scanner input = new Scanner(System.in, UTF_8)) {
            answer();
            while (input.hasNextLong()) {
                read(vitrine, new ImageId(input.nextLong()), input.nextInt());
                answer();
            }
        }
    }

    private static void read(Vitrine vitrine, ImageId image, int number) {
        try (OpenedImage opened = vitrine.open(image);
                PixelMapping mapping = opened.map()) {
            RoadPicture.check(mapping.pixels().plane(), number);
        }
    }

    private static void answer() {
        System.out.write('k');
        System.out.flush();
    }
}
