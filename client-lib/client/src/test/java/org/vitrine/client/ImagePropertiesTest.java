package org.vitrine.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrine.api.dbus.Variant;

class ImagePropertiesTest {
    private static final ImageId ID = new ImageId(1);

    @Test
    void takesWhatIsAbsentAsEmpty() {
        ImageInfo info = new ImageProperties(Map.of()).info(ID);

        assertThat(info.title()).isEmpty();
        assertThat(info.tags()).isEmpty();
        assertThat(info.format()).isEmpty();
        assertThat(info.buffers()).isZero();
        assertThat(info.writable()).isFalse();
    }

    @Test
    void takesAValueOfAnotherTypeAsAbsent() {
        Variant<Object> text = Variant.of("s", "no number");

        ImageInfo info =
                new ImageProperties(Map.of("width", text, "fourcc", text, "tags", text, "writable", text)).info(ID);

        assertThat(info.widthPixels()).isZero();
        assertThat(info.format()).isEmpty();
        assertThat(info.tags()).isEmpty();
        assertThat(info.writable()).isFalse();
    }
}
