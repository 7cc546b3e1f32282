package org.vitrine.broker.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.broker.door.DoorsOnABus.CAMERA;
import static org.vitrine.broker.door.DoorsOnABus.VIEWER;
import static org.vitrine.broker.testing.Peer.get;
import static org.vitrine.broker.testing.Peer.value;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.generated.AdminGrants1;
import org.vitrine.api.dbus.generated.Consumer1;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.grants.GrantKey;
import org.vitrine.broker.grants.ImageSelector;
import org.vitrine.broker.grants.Persistence;
import org.vitrine.broker.journal.JournalEntry;
import org.vitrine.broker.testing.Peer;
import org.vitrine.fd.Fd;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.OwnedFd;
import org.vitrine.policy.Action;
import org.vitrine.policy.Remembered;

/** The admin door, with a fake behind it that remembers. */
@ExtendWith(LeakCheck.class)
class AdminGrantsIT {
    private static final GrantKey KEY = new GrantKey(VIEWER, new ImageSelector(CAMERA, "Front"), Action.READ);

    private final DoorsOnABus doors = new DoorsOnABus();
    private final AdminGrants1.Client<Fd, OwnedFd> grants =
            new AdminGrants1.Client<>(doors.admin().adminDoor(), Peer.ADMIN);

    @AfterEach
    void stop() {
        doors.close();
    }

    @Test
    void listsWhatIsRememberedOfOneApplicationOrAll() {
        remember(KEY, Remembered.Answer.NEVER);
        remember(new GrantKey("org.example.Other", KEY.images(), Action.WRITE), Remembered.Answer.ALWAYS);

        assertThat(get(grants.listGrants("")).grants()).hasSize(2);
        var listed = get(grants.listGrants(VIEWER)).grants();
        assertThat(listed).singleElement().satisfies(grant -> {
            assertThat(grant.app()).isEqualTo(VIEWER);
            assertThat(grant.object()).isEqualTo("org.example.Camera/Front");
            assertThat(grant.access()).isEqualTo("read");
            assertThat(grant.answer()).isEqualTo("never");
            assertThat(value(grant.details(), "persistence")).isEqualTo("always");
            assertThat(value(grant.details(), "granted")).isEqualTo(FakeGrants.GRANTED.toEpochMilli());
            assertThat(grant.details()).doesNotContainKeys("used", "expires");
        });
    }

    @Test
    void revokesAGrantWithTheSessionsThatRestOnItAndNoOthers() {
        remember(KEY, Remembered.Answer.ALWAYS);
        ObjectPath front = doors.share("Front");
        ObjectPath session = doors.letIn(front, KEY);
        GrantKey other = new GrantKey(VIEWER, new ImageSelector(CAMERA, "Back"), Action.READ);
        ObjectPath untouched = doors.letIn(doors.share("Back"), other);

        get(grants.revokeGrant(VIEWER, "org.example.Camera/Front"));

        assertThat(doors.grants().keys()).isEmpty();
        assertThat(get(doors.admin().manager().getManagedObjects()).objects())
                .doesNotContainKey(session)
                .containsKey(untouched);
        assertThat(doors.consumer().signal("Closed").body()).asString().contains("revoked");
        assertThat(doors.journal().entries())
                .contains(new JournalEntry.Changed("revoke-grant", VIEWER + " org.example.Camera/Front"));
        assertThat(error(() -> get(grants.revokeGrant(VIEWER, "org.example.Camera/Front"))))
                .isEqualTo(ErrorName.NOT_FOUND);
    }

    @Test
    void revokingASessionLeavesWhatIsRemembered() {
        remember(KEY, Remembered.Answer.ALWAYS);
        ObjectPath session = doors.letIn(doors.share("Front"), KEY);

        get(doors.admin().admin().revoke(session));

        assertThat(doors.grants().keys()).containsExactly(KEY);
    }

    @Test
    void setsAnAnswerAndEndsWhatItNoLongerAllows() {
        ObjectPath session = doors.letIn(doors.share("Front"), KEY);

        get(grants.setGrant(VIEWER, "org.example.Camera/Front", "read", "always"));
        assertThat(get(doors.admin().manager().getManagedObjects()).objects()).containsKey(session);

        get(grants.setGrant(VIEWER, "org.example.Camera/Front", "read", "never"));
        assertThat(get(doors.admin().manager().getManagedObjects()).objects()).doesNotContainKey(session);
        assertThat(get(grants.listGrants(VIEWER)).grants())
                .singleElement()
                .extracting(AdminGrants1.ListedGrant::answer)
                .isEqualTo("never");
    }

    @ParameterizedTest
    @CsvSource({
        "'',org.example.Camera/Front,read,always",
        "org.example.Viewer,Front,read,always",
        "org.example.Viewer,/Front,read,always",
        "org.example.Viewer,org.example.Camera/Front,list,always",
        "org.example.Viewer,org.example.Camera/Front,read,perhaps",
        "org.example.\u202Eweiv,org.example.Camera/Front,read,always"
    })
    void refusesToRememberWhatMakesNoSense(String app, String object, String access, String answer) {
        assertThat(error(() -> get(grants.setGrant(app, object, access, answer))))
                .isEqualTo(ErrorName.INVALID_ARGUMENT);
        assertThat(doors.grants().keys()).isEmpty();
    }

    @Test
    void takesBackAllOfAnApplication() {
        remember(KEY, Remembered.Answer.ALWAYS);
        remember(new GrantKey("org.example.Other", KEY.images(), Action.READ), Remembered.Answer.ALWAYS);
        doors.letIn(doors.share("Front"), KEY);

        var taken = get(doors.admin().admin().revokeApp(VIEWER));

        assertThat(taken.sessions()).isEqualTo(1);
        assertThat(taken.grants()).isEqualTo(1);
        assertThat(doors.grants().keys()).extracting(GrantKey::app).containsExactly("org.example.Other");
        assertThat(get(doors.admin().admin().revokeAll()).grants()).isEqualTo(1);
    }

    @Test
    void endsSessionsEvenIfTheStoreFails() {
        ObjectPath session = doors.letIn(doors.share("Front"), KEY);
        doors.grants().answerWith(CompletableFuture.failedFuture(new VitrineException(ErrorName.FAILED, "no store")));

        assertThat(error(() -> get(doors.admin().admin().revokeApp(VIEWER)))).isEqualTo(ErrorName.FAILED);

        assertThat(get(doors.admin().manager().getManagedObjects()).objects()).doesNotContainKey(session);
    }

    @Test
    void endsWhatRestsOnAGrantEvenIfTheStoreFails() {
        ObjectPath session = doors.letIn(doors.share("Front"), KEY);
        doors.grants().answerWith(CompletableFuture.failedFuture(new VitrineException(ErrorName.FAILED, "no store")));

        assertThat(error(() -> get(grants.revokeGrant(VIEWER, "org.example.Camera/Front"))))
                .isEqualTo(ErrorName.FAILED);

        assertThat(get(doors.admin().manager().getManagedObjects()).objects()).doesNotContainKey(session);
    }

    @Test
    void refusesWhoWaitsForBuffersOfAnApplicationThatIsTakenBack() {
        var opening = waitForBuffers();
        get(doors.admin().admin().revokeApp(VIEWER));
        assertThat(error(() -> get(opening))).isEqualTo(ErrorName.NOT_ALLOWED);
    }

    @Test
    void refusesWhoWaitsForBuffersWhenEverythingIsTakenBack() {
        var opening = waitForBuffers();
        get(doors.admin().admin().revokeAll());
        assertThat(error(() -> get(opening))).isEqualTo(ErrorName.NOT_ALLOWED);
    }

    @Test
    void refusesWhoWaitsForBuffersByAGrantThatIsTakenBack() {
        var opening = waitForBuffers();
        get(grants.revokeGrant(VIEWER, "org.example.Camera/Front"));
        assertThat(error(() -> get(opening))).isEqualTo(ErrorName.NOT_ALLOWED);
    }

    private CompletionStage<Consumer1.OpenImageOut<OwnedFd>> waitForBuffers() {
        remember(KEY, Remembered.Answer.ALWAYS);
        var opening = doors.consumer().consumer().openImage(doors.promise("Front"), Map.of());
        doors.producer().signal("BuffersWanted");
        return opening;
    }

    @Test
    void answersOthersWhileTheStoreIsSlow() {
        CompletableFuture<String> store = new CompletableFuture<>();
        doors.grants().answerWith(store);
        var waiting = grants.listGrants("").toCompletableFuture();

        assertThat(get(doors.admin().admin().getStatistics()).statistics()).isNotEmpty();
        assertThat(waiting).isNotDone();
        store.complete("");
        assertThat(get(waiting).grants()).isEmpty();
    }

    private void remember(GrantKey key, Remembered.Answer answer) {
        get(doors.grants().remember(key, answer, Persistence.UNTIL_REVOKED));
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
