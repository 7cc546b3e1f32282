package org.vitrine.client;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.fd.LeakCheck;

@ExtendWith(LeakCheck.class)
class ShareAndLookIT {
    @RegisterExtension
    static final PortalFixture FIXTURE = new PortalFixture();

    private static final ImageSpec SPEC = ImageSpec.of("Test picture", 33, 7).withTags(List.of("test"));

    @Test
    void showsThePixelsThatWereDrawn() {
        SharedImage shared = FIXTURE.connect().share(SPEC);
        draw(shared, 0x11223344);

        try (OpenedImage opened = FIXTURE.connect().open(shared.id());
                PixelMapping mapping = opened.map()) {
            assertThat(everyPixel(mapping.pixels())).hasSize(33 * 7).containsOnly(0x11223344);
            assertThat(opened.sequence()).isEqualTo(1);
            assertThat(opened.readOnlyEnforced()).isTrue();
        }
    }

    @Test
    void sharesTheMemoryItself() {
        SharedImage shared = FIXTURE.connect().share(SPEC.withBuffers(1));
        draw(shared, 1);

        try (OpenedImage opened = FIXTURE.connect().open(shared.id());
                PixelMapping mapping = opened.map()) {
            assertThat(opened.storage(0)).isEqualTo(shared.storage(0));
            draw(shared, 2);
            assertThat(mapping.pixels().plane().row(0).getAtIndex(JAVA_INT, 0))
                    .as("drawn after the mapping was made")
                    .isEqualTo(2);
        }
    }

    @Test
    void drawsIntoItsBuffersInTurn() {
        SharedImage shared = FIXTURE.connect().share(SPEC.withBuffers(3));

        assertThat(List.of(draw(shared, 1), draw(shared, 2), draw(shared, 3), draw(shared, 4)))
                .containsExactly(0, 1, 2, 0);
    }

    @Test
    void doesNotPublishWhatWasAbandoned() {
        SharedImage shared = FIXTURE.connect().share(SPEC);
        try (Drawing drawing = shared.draw()) {
            drawing.abandon();
        }

        assertThat(FIXTURE.connect().describe(shared.id()).sequence()).isZero();
        assertThat(draw(shared, 1)).isZero();
    }

    @Test
    void refusesTwoDrawingsAtATime() {
        SharedImage shared = FIXTURE.connect().share(SPEC);
        try (Drawing drawing = shared.draw()) {
            assertThatThrownBy(shared::draw).isInstanceOf(IllegalStateException.class);
            assertThat(drawing.bufferIndex()).isZero();
        }
    }

    @Test
    void sharesSeveralPlanesInOneMemory() {
        SharedImage shared = FIXTURE.connect().share(SPEC.withFormat(DrmFormat.linear(FourCc.ofName("NV12"))));
        try (Drawing drawing = shared.draw()) {
            drawing.pixels().planes().get(0).row(6).set(JAVA_BYTE, 32, (byte) 7);
            drawing.pixels().planes().get(1).row(3).set(JAVA_BYTE, 33, (byte) 9);
        }

        try (OpenedImage opened = FIXTURE.connect().open(shared.id());
                PixelMapping mapping = opened.map()) {
            assertThat(mapping.pixels().planes().get(0).row(6).get(JAVA_BYTE, 32))
                    .isEqualTo((byte) 7);
            assertThat(mapping.pixels().planes().get(1).row(3).get(JAVA_BYTE, 33))
                    .isEqualTo((byte) 9);
        }
    }

    @Test
    void keepsConsumersFromDrawingUnlessTheyMay() {
        SharedImage shared = FIXTURE.connect().share(SPEC);
        draw(shared, 1);

        try (OpenedImage opened = FIXTURE.connect().open(shared.id());
                PixelMapping mapping = opened.map()) {
            assertThatThrownBy(() -> mapping.pixels().plane().row(0).set(JAVA_INT, 0, 5))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(opened::mapForDrawing)
                    .isInstanceOfSatisfying(
                            VitrineException.class, e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_ALLOWED));
        }
    }

    @Test
    void letsAConsumerDrawIntoAWritableImage() {
        SharedImage shared = FIXTURE.connect().share(SPEC.withBuffers(1).writableByConsumers());
        AccessOptions toDraw = new AccessOptions(Access.WRITE, "", List.of());

        try (OpenedImage opened = FIXTURE.connect().open(shared.id(), toDraw);
                PixelMapping mapping = opened.mapForDrawing();
                Drawing drawing = shared.draw()) {
            mapping.pixels().plane().row(0).set(JAVA_INT, 0, 5);
            assertThat(drawing.pixels().plane().row(0).get(JAVA_INT, 0)).isEqualTo(5);
        }
    }

    @Test
    void keepsAMappingWhenTheImageIsWithdrawn() {
        SharedImage shared = FIXTURE.connect().share(SPEC);
        draw(shared, 8);

        try (OpenedImage opened = FIXTURE.connect().open(shared.id());
                PixelMapping mapping = opened.map()) {
            shared.close();
            assertThat(everyPixel(mapping.pixels())).containsOnly(8);
        }
        assertThat(FIXTURE.portal().imageCount()).isZero();
    }

    @Test
    void throwsRatherThanCrashesAfterTheMappingIsClosed() {
        SharedImage shared = FIXTURE.connect().share(SPEC);
        draw(shared, 8);

        try (OpenedImage opened = FIXTURE.connect().open(shared.id())) {
            PixelMapping mapping = opened.map();
            Pixels pixels = mapping.pixels();
            mapping.close();
            mapping.close();
            assertThatThrownBy(() -> everyPixel(pixels)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void throwsWhatTheBrokerRefusesByName() {
        assertThatThrownBy(() -> FIXTURE.connect().open(new ImageId(99)))
                .isInstanceOfSatisfying(
                        VitrineException.class, e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_FOUND));
    }

    @Test
    void saysThatThereIsNoBroker() {
        Vitrine lonely = Vitrine.connect(FIXTURE.options().withPortalName("org.vitrine.test.Nobody"));
        try (lonely) {
            assertThatThrownBy(() -> lonely.images(ImageFilter.ALL))
                    .isInstanceOfSatisfying(
                            VitrineException.class, e -> assertThat(e.name()).isEqualTo(ErrorName.SERVICE_UNKNOWN));
        }
    }

    @Test
    void closesWhatItSharedWithTheConnection() {
        Vitrine vitrine = FIXTURE.connect();
        SharedImage shared = vitrine.share(SPEC);
        vitrine.close();

        assertThat(FIXTURE.portal().imageCount()).isZero();
        assertThatThrownBy(shared::draw).isInstanceOf(IllegalStateException.class);
    }

    private static int draw(SharedImage image, int pixel) {
        try (Drawing drawing = image.draw()) {
            PixelPlane plane = drawing.pixels().plane();
            for (int y = 0; y < plane.rows(); y++) {
                for (int x = 0; x < drawing.pixels().widthPixels(); x++) {
                    plane.row(y).setAtIndex(JAVA_INT, x, pixel);
                }
            }
            return drawing.bufferIndex();
        }
    }

    private static List<Integer> everyPixel(Pixels pixels) {
        List<Integer> all = new ArrayList<>();
        for (int y = 0; y < pixels.heightPixels(); y++) {
            for (int x = 0; x < pixels.widthPixels(); x++) {
                all.add(pixels.plane().row(y).getAtIndex(JAVA_INT, x));
            }
        }
        return all;
    }
}
