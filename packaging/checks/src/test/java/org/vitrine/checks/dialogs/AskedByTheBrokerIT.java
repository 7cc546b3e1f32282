package org.vitrine.checks.dialogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.generated.Consumer1;
import org.vitrine.api.dbus.generated.Request;
import org.vitrine.api.error.ErrorName;
import org.vitrine.checks.stage.Eventually;
import org.vitrine.checks.stage.Portal;
import org.vitrine.checks.stage.Stage;
import org.vitrine.checks.stage.StillPicture;
import org.vitrine.fd.Fd;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.OwnedFd;
import org.vitrine.wire.Bus;
import org.vitrine.wire.BusInvoker;
import org.vitrine.wire.BusOptions;

/** When the broker opens a dialog, and when it closes it again. */
@ExtendWith(LeakCheck.class)
class AskedByTheBrokerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TITLE = "Asked about";

    @Test
    void asksOnlyForACallThatMayWaitAndClosesTheDialogWithItsRequest() {
        try (Stage stage = Stage.withDesktop()) {
            stage.rules().askAbout(TITLE);
            try (StillPicture picture = StillPicture.shownOn(stage, TITLE);
                    Bus bus = Bus.connect(stage.bus().address(), BusOptions.named("checks"))) {
                BusInvoker portal = bus.invoker(Portal.NAME, PATIENCE);
                Consumer1.Client<Fd, OwnedFd> consumer = new Consumer1.Client<>(portal, new ObjectPath(Portal.ROOT));
                ObjectPath image = new ObjectPath(picture.path());
                assertThatThrownBy(() -> get(consumer.openImage(image, Map.of())))
                        .rootCause()
                        .hasMessageContaining(ErrorName.INTERACTIVE_AUTHORIZATION_REQUIRED.dbusName());
                assertThat(stage.desktop().dialogCount()).isZero();

                ObjectPath request =
                        get(consumer.requestAccess(image, Map.of())).request();
                assertThat(Eventually.holds(PATIENCE, () -> stage.desktop().dialogCount() == 1))
                        .isTrue();
                assertThat(stage.desktop().dialogs()).contains("\"closed\": false");

                get(new Request.Client<>(portal, request).close());

                assertThat(Eventually.holds(
                                PATIENCE, () -> stage.desktop().dialogs().contains("\"closed\": true")))
                        .isTrue();
            }
        }
    }

    private static <T> T get(CompletionStage<T> answer) {
        return answer.toCompletableFuture()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
