package org.vitrine.checks.people;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vitrine.checks.stage.Stage;
import org.vitrine.client.AccessOptions;
import org.vitrine.client.ConnectOptions;
import org.vitrine.client.Drawing;
import org.vitrine.client.Frame;
import org.vitrine.client.ImageSession;
import org.vitrine.client.ImageSpec;
import org.vitrine.client.Pixels;
import org.vitrine.client.SharedImage;
import org.vitrine.client.Vitrine;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ClientIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Stage stage = Stage.withBroker();

    @AfterAll
    void end() {
        stage.close();
    }

    @Test
    void aSessionFollowsItsImageToAnotherSize() {
        ConnectOptions options = ConnectOptions.ofBus(stage.bus().address());
        try (Vitrine producer = Vitrine.connect(options);
                Vitrine consumer = Vitrine.connect(options);
                SharedImage image = producer.share(ImageSpec.of("Grows", 64, 48));
                ImageSession session = consumer.requestAccess(image.id(), AccessOptions.READ)) {
            draw(image, 1);
            assertThat(pictureOf(session)).isEqualTo("64×48: 1");
            image.resize(320, 200);
            draw(image, 2);
            assertThat(pictureOf(session)).isEqualTo("320×200: 2");
        }
    }

    private static void draw(SharedImage image, int colour) {
        try (Drawing drawing = image.draw()) {
            drawing.pixels().plane().row(0).setAtIndex(JAVA_INT, 0, colour);
        }
    }

    private static String pictureOf(ImageSession session) {
        Frame frame = session.nextFrame(PATIENCE).orElseThrow();
        Pixels pixels = session.pixels(frame);
        int colour = pixels.plane().row(0).getAtIndex(JAVA_INT, 0);
        return pixels.widthPixels() + "×" + pixels.heightPixels() + ": " + colour;
    }
}
