package org.vitrine.broker.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.broker.door.DoorsOnABus.CAMERA;
import static org.vitrine.broker.door.DoorsOnABus.VIEWER;
import static org.vitrine.broker.testing.Peer.get;
import static org.vitrine.broker.testing.Peer.value;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.generated.AdminJournal1;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.grants.GrantKey;
import org.vitrine.broker.grants.ImageSelector;
import org.vitrine.broker.grants.Persistence;
import org.vitrine.broker.testing.Peer;
import org.vitrine.fd.LeakCheck;
import org.vitrine.policy.Action;
import org.vitrine.policy.Remembered;

/** Explain tells the whole road: rules, what is remembered, and whom it is about. */
@ExtendWith(LeakCheck.class)
class AdminExplainIT {
    private static final GrantKey KEY = new GrantKey(VIEWER, new ImageSelector(CAMERA, "Front"), Action.READ);

    private final DoorsOnABus doors = new DoorsOnABus();
    private final ObjectPath image = doors.share("Front");

    @AfterEach
    void stop() {
        doors.close();
    }

    @Test
    void saysWhatWasAssumedOfAProgramThatIsNotConnected() {
        var explained = get(doors.admin().admin().explain("org.example.Nobody", image, "read"));

        assertThat(explained.effect()).isEqualTo("ask");
        assertThat(value(explained.explanation(), "stage")).isEqualTo("rule");
        assertThat(value(explained.explanation(), "assumed")).isEqualTo(true);
        assertThat(value(explained.explanation(), "sandbox")).isEqualTo("flatpak");
        assertThat(value(explained.explanation(), "evidence")).isEqualTo("weak");
        assertThat(value(explained.explanation(), "bus_name")).isEqualTo("");
    }

    @Test
    void tellsTheEvidenceOfAProgramThatIsConnected() {
        get(doors.consumer().consumer().listImages(Map.of()));
        String name = doors.consumer().bus().uniqueName().value();

        for (String who : new String[] {VIEWER, name}) {
            var explanation =
                    get(doors.admin().admin().explain(who, image, "read")).explanation();
            assertThat(value(explanation, "assumed")).isEqualTo(false);
            assertThat(value(explanation, "app")).isEqualTo(VIEWER);
            assertThat(value(explanation, "evidence")).isEqualTo("strong");
            assertThat(value(explanation, "executable")).isEqualTo("/app/bin/viewer");
            assertThat(value(explanation, "unit")).isEqualTo("app-viewer.scope");
            assertThat(value(explanation, "bus_name")).isEqualTo(name);
        }
        assertThat(error(() -> get(doors.admin().admin().explain(":9.99", image, "read"))))
                .isEqualTo(ErrorName.NOT_FOUND);
    }

    @Test
    void recallsWhatTheUserSaid() {
        get(doors.grants().remember(KEY, Remembered.Answer.ALWAYS, Persistence.UNTIL_REVOKED));
        var allowed = get(doors.admin().admin().explain(VIEWER, image, "read"));
        assertThat(allowed.effect()).isEqualTo("allow");
        assertThat(value(allowed.explanation(), "stage")).isEqualTo("grant");
        assertThat(value(allowed.explanation(), "grant")).isEqualTo("org.example.Camera/Front");
        assertThat(value(allowed.explanation(), "rule")).isEqualTo("ask-the-user");

        get(doors.grants().remember(KEY, Remembered.Answer.NEVER, Persistence.UNTIL_REVOKED));
        assertThat(get(doors.admin().admin().explain(VIEWER, image, "read")).effect())
                .isEqualTo("deny");
        assertThat(get(doors.admin().admin().explain(VIEWER, image, "write")).effect())
                .isEqualTo("ask");
        assertThat(get(doors.admin().admin().explain("", image, "read")).effect())
                .isNotEqualTo("deny");
    }

    @Test
    void saysThatSharingIsPaused() {
        get(doors.admin().admin().pause());

        var explained = get(doors.admin().admin().explain(VIEWER, image, "read"));

        assertThat(value(explained.explanation(), "paused")).isEqualTo(true);
    }

    @Test
    void saysThatAProgramMayNotKnowOfTheImageAsTheBrokerThenDoes() {
        ObjectPath hidden = doors.share("Diary", List.of("private"));
        get(doors.consumer().consumer().listImages(Map.of()));

        var explained = get(doors.admin().admin().explain(VIEWER, hidden, "read"));

        assertThat(explained.effect()).isEqualTo("ask");
        assertThat(value(explained.explanation(), "visible")).isEqualTo(false);
        assertThat(error(() -> get(doors.consumer().interactiveConsumer().openImage(hidden, Map.of()))))
                .isEqualTo(ErrorName.NOT_FOUND);
        assertThat(value(get(doors.admin().admin().explain("", hidden, "read")).explanation(), "visible"))
                .isEqualTo(true);
    }

    @Test
    void readsTheJournal() {
        var journal = new AdminJournal1.Client<>(doors.admin().adminDoor(), Peer.ADMIN);
        var before = get(journal.readJournal(0, 1000));
        assertThat(before.lines())
                .as("the image that is shared")
                .singleElement()
                .asString()
                .contains("PRODUCE");
        get(doors.admin().admin().pause());
        get(doors.admin().admin().pause());
        get(doors.admin().admin().resume());

        var page = get(journal.readJournal(before.last(), 1));
        assertThat(page.lines()).singleElement().asString().contains("pause");
        assertThat(page.last()).isEqualTo(before.last() + 1);
        assertThat(get(journal.readJournal(page.last(), 1000)).lines())
                .singleElement()
                .asString()
                .contains("resume");
        assertThat(error(() -> get(journal.readJournal(0, 0)))).isEqualTo(ErrorName.INVALID_ARGUMENT);
        assertThat(error(() -> get(journal.readJournal(-1, 5)))).isEqualTo(ErrorName.INVALID_ARGUMENT);
    }

    private static ErrorName error(Runnable call) {
        try {
            call.run();
        } catch (VitrineException e) {
            return e.name();
        }
        throw new AssertionError("no error");
    }
}
