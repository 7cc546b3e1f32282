package org.vitrine.api.dbus.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrine.api.dbus.BodyShape;
import org.vitrine.api.dbus.FormatOffer;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.PlainBuffer;
import org.vitrine.api.dbus.PlainPlane;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.RawBuffer;
import org.vitrine.api.image.RawPlane;

class BodiesTest {
    private static final ObjectPath IMAGE = new ObjectPath("/org/freedesktop/portal/vitrine/image/7");
    private static final Map<String, Variant<String>> OPTIONS = Map.of("access", Variant.of("s", "read"));
    private static final RawBuffer<String> BUFFER = new RawBuffer<>(
            4_294_967_295L, 2, 0x34325258, -1, List.of(new RawPlane<>("fd one", 0, 4), new RawPlane<>("fd two", 8, 4)));

    @Test
    void carryABufferThereAndBack() {
        var reply = new Consumer1.OpenImageOut<>(3, 1, BUFFER, OPTIONS);
        List<Object> body = reply.toBody();

        assertThat(body)
                .containsExactly(
                        3L,
                        1L,
                        List.of(
                                4_294_967_295L,
                                2L,
                                0x34325258L,
                                -1L,
                                List.of(List.of("fd one", 0L, 4L), List.of("fd two", 8L, 4L))),
                        OPTIONS);
        assertThat(BodyShape.fits(Consumer1.OPEN_IMAGE.outSignature(), body)).isTrue();
        assertThat(Consumer1.OpenImageOut.<String>fromBody(body)).isEqualTo(reply);
    }

    @Test
    void carryBuffersWithNumbersInPlaceOfDescriptors() {
        var call = new Producer1.AdvertiseRemoteIn<>(IMAGE, OPTIONS, List.of(BUFFER.map(String::length)));

        assertThat(BodyShape.fits(Producer1.ADVERTISE_REMOTE.inSignature(), call.toBody()))
                .isTrue();
        assertThat(Producer1.AdvertiseRemoteIn.<String>fromBody(call.toBody())).isEqualTo(call);
    }

    @Test
    void carryBuffersWithoutDescriptors() {
        PlainBuffer buffer = new PlainBuffer(2, 1, 0x34325258, 0, List.of(new PlainPlane(0, 8)));
        var reply = new Consumer1.DescribeBuffersOut<String>(1, List.of(buffer, buffer), true);

        assertThat(BodyShape.fits(Consumer1.DESCRIBE_BUFFERS.outSignature(), reply.toBody()))
                .isTrue();
        assertThat(Consumer1.DescribeBuffersOut.<String>fromBody(reply.toBody()))
                .isEqualTo(reply);
    }

    @Test
    void carryFormats() {
        var signal = new Producer1.BuffersWantedSignal<String>(IMAGE, 1, List.of(new FormatOffer(1, List.of(0L, -1L))));

        assertThat(BodyShape.fits(Producer1.BUFFERS_WANTED.signature(), signal.toBody()))
                .isTrue();
        assertThat(Producer1.BuffersWantedSignal.<String>fromBody(signal.toBody()))
                .isEqualTo(signal);
    }

    @Test
    void carryRecordsThatTheXmlNames() {
        var reply = new Consumer1.ListImagesOut<>(List.of(new Consumer1.ListedImage<>(IMAGE, OPTIONS)));

        assertThat(BodyShape.fits(Consumer1.LIST_IMAGES.outSignature(), reply.toBody()))
                .isTrue();
        assertThat(Consumer1.ListImagesOut.<String>fromBody(reply.toBody())).isEqualTo(reply);
    }

    @Test
    void carryNestedDictionaries() {
        var reply = new ObjectManager.GetManagedObjectsOut<>(Map.of(IMAGE, Map.of("org.vitrine.Image1", OPTIONS)));

        assertThat(ObjectManager.GetManagedObjectsOut.<String>fromBody(reply.toBody()))
                .isEqualTo(reply);
    }

    @Test
    void refuseEveryOtherShape() {
        refuses(List.of());
        refuses(List.of(IMAGE));
        refuses(List.of(IMAGE, OPTIONS, OPTIONS));
        refuses(List.of("/not/typed", OPTIONS));
        refuses(List.of(IMAGE, Map.of("access", "read")));
        refuses(List.of(IMAGE, List.of()));
    }

    private static void refuses(List<Object> body) {
        assertThatThrownBy(() -> Consumer1.OpenImageIn.fromBody(body))
                .isInstanceOfSatisfying(
                        VitrineException.class,
                        refusal -> assertThat(refusal.name()).isEqualTo(ErrorName.INVALID_ARGS))
                .hasMessageContaining("\"oa{sv}\"");
    }
}
