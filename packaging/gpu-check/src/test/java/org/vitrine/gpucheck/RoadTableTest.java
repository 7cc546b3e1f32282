package org.vitrine.gpucheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoadTableTest {
    @Test
    void aRefusedRoadIsNoFault() {
        RoadTable table = table("refused NOT_SUPPORTED: no");

        assertThat(table.isRight()).isTrue();
        assertThat(table.lines())
                .containsExactly("FROM \\ TO  mmap  egl", "memfd      ok    refused", "gbm        ok    ok");
        assertThat(table.notes()).isEqualTo(Map.of("refused NOT_SUPPORTED: no", List.of("memfd to egl")));
    }

    @Test
    void oneWrongPixelIsAFault() {
        RoadTable table = table(RoadConsumer.answer(1, 33));

        assertThat(table.isRight()).isFalse();
        assertThat(table.lines()).contains("memfd      ok    WRONG");
    }

    private static RoadTable table(String fromMemfdToEgl) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        rows.put("memfd", List.of(RoadTable.ARRIVED, fromMemfdToEgl));
        rows.put("gbm", List.of(RoadTable.ARRIVED, RoadTable.ARRIVED));
        return new RoadTable(List.of("mmap", "egl"), rows);
    }
}
