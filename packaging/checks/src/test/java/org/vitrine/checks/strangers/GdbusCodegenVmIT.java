package org.vitrine.checks.strangers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.checks.stage.Program;
import org.vitrine.checks.stage.Stage;
import org.vitrine.checks.stage.StillPicture;
import org.vitrine.fd.NeedsTestVm;

/** The C example, looking at a real dma-buf. */
@NeedsTestVm
class GdbusCodegenVmIT {
    @Test
    void consumerReadsThePixelsOfADmaBuf() {
        GdbusCodegenIT.compile();
        try (Stage stage = Stage.withBroker("-XX:TieredStopAtLevel=1"); // as the test machine wants it
                StillPicture picture = StillPicture.inDmaBufOn(stage)) {
            assertThat(Program.output(
                            stage.environment(), List.of(GdbusCodegenIT.CONSUMER.toString(), StillPicture.TITLE)))
                    .isEqualTo("321x123 " + picture.sha256());
        }
    }
}
