package org.vitrine.checks.sandboxes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.api.dbus.BusName;
import org.vitrine.checks.stage.Program;
import org.vitrine.checks.stage.Stage;
import org.vitrine.checks.stage.StillPicture;
import org.vitrine.fd.LeakCheck;
import org.vitrine.wire.Bus;
import org.vitrine.wire.BusOptions;

/** A user whose desktop can't remember anything is asked, and a yes counts once. */
@ExtendWith(LeakCheck.class)
final class StoreTroubleIT {
    @ParameterizedTest
    @EnumSource(TroubledStore.Trouble.class)
    void isAskedAsIfNothingWereKnownWhileOthersAreServed(TroubledStore.Trouble trouble) throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        try (Stage stage = Stage.withDesktop();
                Bus store = Bus.connect(stage.bus().address(), BusOptions.named("store"))) {
            store.serve(new TroubledStore(trouble, asked));
            store.requestName(new BusName(TroubledStore.NAME));
            stage.rules().replace(SandboxedApp.CAMERA_SHARES);
            stage.desktop().willAllowAlways();
            try (StillPicture picture = new ProxiedApp(stage, SandboxedApp.CAMERA).share("Street");
                    Program app = new ProxiedApp(stage, SandboxedApp.LOOKER)
                            .start("hold", picture.path(), "persist_mode=2")) {
                assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
                assertThat(stage.portal().answers()).isTrue();

                assertThat(app.readLine()).isEqualTo("holding access=read persist_mode=0");
                assertThat(stage.desktop().dialogCount()).isEqualTo(1);
                assertThat(app.finish().mustSucceed()).isEqualTo("left");
            }
        }
    }
}
