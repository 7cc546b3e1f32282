package org.vitrine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ImageInfoJsonTest {
    @Test
    void writesEveryField() {
        assertThat(ImageInfoJson.one(Images.ready(3, "say \"hi\"")))
                .isEqualTo(
                        "{\"id\":3,\"path\":\"/org/freedesktop/portal/vitrine/image/3\",\"title\":\"say \\\"hi\\\"\","
                                + "\"tags\":[\"a\",\"b\"],\"producer\":\"org.example\",\"width\":640,\"height\":480,"
                                + "\"format\":\"XRGB8888:LINEAR\",\"planes\":1,\"generation\":1,\"buffers\":3,"
                                + "\"sequence\":17,\"writable\":false,\"consumers\":2}");
    }

    @Test
    void listsNoImagesAsAnEmptyArray() {
        assertThat(ImageInfoJson.list(List.of())).isEqualTo("{\"images\":[]}");
    }

    @Test
    void hasNoFormatBeforeThereAreBuffers() {
        assertThat(ImageInfoJson.list(List.of(Images.withoutBuffers(1)))).contains("\"format\":null");
    }
}
