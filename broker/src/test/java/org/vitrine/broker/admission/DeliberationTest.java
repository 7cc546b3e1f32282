package org.vitrine.broker.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vitrine.api.Limits;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.access.Answer;
import org.vitrine.broker.access.PolicyGate;
import org.vitrine.broker.access.Question;
import org.vitrine.broker.core.Core;
import org.vitrine.broker.core.Helpers;
import org.vitrine.broker.grants.GrantKey;
import org.vitrine.broker.grants.ImageSelector;
import org.vitrine.broker.grants.Persistence;
import org.vitrine.broker.identity.Caller;
import org.vitrine.broker.journal.JournalEntry;
import org.vitrine.broker.registry.AccessRequest;
import org.vitrine.broker.registry.ConsumerSession;
import org.vitrine.broker.registry.FormatSet;
import org.vitrine.broker.registry.ImageTraits;
import org.vitrine.broker.registry.SharedImage;
import org.vitrine.broker.registry.StateLock;
import org.vitrine.broker.testing.FakeAgents;
import org.vitrine.broker.testing.FakeAsker;
import org.vitrine.policy.Action;
import org.vitrine.policy.Basis;
import org.vitrine.policy.Policy;
import org.vitrine.policy.PolicyFile;
import org.vitrine.policy.PolicyFileException;
import org.vitrine.policy.Remembered;
import org.vitrine.policy.Sandbox;
import org.vitrine.policy.Subject;
import org.vitrine.policy.User;

class DeliberationTest {
    private static final String ASK = """
            [[rule]]
            name = "ask"
            actions = ["read", "write"]
            effect = "ask"
            [[rule]]
            name = "list"
            actions = ["list", "produce"]
            effect = "allow"
            """;
    private static final String DENY = "[[rule]]\nname = 'no'\nactions = ['read']\neffect = 'deny'\n";
    private static final GrantKey KEY =
            new GrantKey("org.example.Looker", new ImageSelector("org.example.Camera", "Front"), Action.READ);

    private final ScriptedGrants grants = new ScriptedGrants();
    private final FakeAsker asker = new FakeAsker();
    private final List<JournalEntry> journal = new ArrayList<>();
    private final Core core = Core.create(
            new Core.CoreSettings(
                    new StateLock(), Limits.DEFAULTS, 16, new Helpers(grants, new FakeAgents(), journal::add)),
            new PolicyGate(policy(ASK)),
            (_, _) -> () -> {});
    private final Deliberations deliberations = new Deliberations(core, asker);
    private final Admission admission = new Admission(core, deliberations);
    private final WatchedGrants watched = new WatchedGrants(core);
    private final SharedImage image = image(join("org.example.Camera"));
    private final Caller looker = join("org.example.Looker");

    DeliberationTest() {
        core.registry().listen(deliberations);
        grants.listen(watched::lost);
    }

    @Test
    void letsInWhatIsRememberedWithoutAQuestion() {
        grants.known.put(KEY, Remembered.Answer.ALWAYS);
        Admitted admitted = open(looker, false, Optional.empty()).join();
        assertThat(admitted.grant().decision().basis()).isInstanceOf(Basis.OfGrant.class);
        assertThat(admitted.grant().remembered()).contains(KEY);
        assertThat(asker.questions).isEmpty();
    }

    @Test
    void refusesWhatTheUserRefusedForGood() {
        grants.known.put(KEY, Remembered.Answer.NEVER);
        assertThat(error(open(looker, true, Optional.empty()))).isEqualTo(ErrorName.NOT_ALLOWED);
        assertThat(asker.questions).isEmpty();
    }

    @Test
    void asksOnlyWhereTheCallMayWait() {
        assertThat(error(open(looker, false, Optional.empty())))
                .isEqualTo(ErrorName.INTERACTIVE_AUTHORIZATION_REQUIRED);
        assertThat(asker.questions).isEmpty();
        assertThat(open(looker, true, Optional.empty())).isNotDone();
        assertThat(asker.only().question.terms().rememberable()).isTrue();
    }

    @Test
    void remembersAYesAndGivesTheTokenOfIt() {
        CompletableFuture<Admitted> outcome = open(looker, true, Optional.empty());
        asker.only().answer.complete(new Answer(Answer.Kind.YES, Persistence.UNTIL_REVOKED));
        assertThat(grants.known).containsEntry(KEY, Remembered.Answer.ALWAYS);
        assertThat(outcome.join().persistence()).contains(Persistence.UNTIL_REVOKED);
        assertThat(outcome.join().restoreToken()).contains(ScriptedGrants.FIRST_TOKEN);
    }

    @Test
    void countsAYesOnceWhereItCanNotBeRemembered() {
        grants.broken = true;
        CompletableFuture<Admitted> outcome = open(looker, true, Optional.empty());
        asker.only().answer.complete(new Answer(Answer.Kind.YES, Persistence.UNTIL_REVOKED));
        assertThat(outcome.join().grant().remembered()).isEmpty();
        assertThat(outcome.join().persistence()).contains(Persistence.ONCE);
    }

    @Test
    void remembersANoThatIsMeantForGood() {
        CompletableFuture<Admitted> outcome = open(looker, true, Optional.empty());
        asker.only().answer.complete(new Answer(Answer.Kind.NO, Persistence.UNTIL_REVOKED));
        assertThat(error(outcome)).isEqualTo(ErrorName.NOT_ALLOWED);
        assertThat(grants.known).containsEntry(KEY, Remembered.Answer.NEVER);
    }

    @Test
    void takesNoAnswerForNoNo() {
        CompletableFuture<Admitted> outcome = open(looker, true, Optional.empty());
        asker.only().answer.complete(Answer.NO_ANSWER);
        assertThat(error(outcome)).isEqualTo(ErrorName.CANCELLED);
        assertThat(grants.known).isEmpty();
    }

    @Test
    void remembersNothingForAProgramThatIsNotKnown() {
        CompletableFuture<Admitted> outcome = open(join(""), true, Optional.empty());
        assertThat(asker.only().question.terms().rememberable()).isFalse();
        asker.only().answer.complete(new Answer(Answer.Kind.YES, Persistence.UNTIL_REVOKED));
        assertThat(outcome.join().grant().remembered()).isEmpty();
        assertThat(grants.known).isEmpty();
    }

    @Test
    void remembersNothingOfImagesWhoseProducerIsNotKnown() {
        SharedImage anonymous = image(join(""));
        assertThat(admit(looker, anonymous, true, Optional.empty())).isNotDone();
        assertThat(asker.only().question.terms().rememberable()).isFalse();
    }

    @Test
    void tradesAGoodTokenAndIgnoresAnother() {
        grants.known.put(KEY, Remembered.Answer.ALWAYS);
        assertThat(open(looker, true, Optional.of(ScriptedGrants.FIRST_TOKEN))
                        .join()
                        .restoreToken())
                .contains(ScriptedGrants.NEXT_TOKEN);
        assertThat(open(looker, true, Optional.of("another")).join().restoreToken())
                .isEmpty();
    }

    @Test
    void takesTheQuestionBackWhenItsOwnerDoes() {
        CompletableFuture<Admitted> outcome = open(looker, true, Optional.empty());
        AccessRequest request = core.registry()
                .request(looker, core.registry().ownPaths(looker).iterator().next())
                .orElseThrow();
        core.sessions().closeRequest(request);
        assertThat(asker.only().withdrawn).isTrue();
        assertThat(error(outcome)).isEqualTo(ErrorName.CANCELLED);
    }

    @Test
    void takesTheQuestionBackWhenItsOwnerLeavesTheBus() {
        CompletableFuture<Admitted> outcome = open(looker, true, Optional.empty());
        core.endings().end(looker);
        assertThat(outcome).isCompletedExceptionally();
        assertThat(asker.only().withdrawn).isTrue();
    }

    @Test
    void takesTheQuestionBackWhenTheImageGoes() {
        CompletableFuture<Admitted> outcome = open(looker, true, Optional.empty());
        core.producers().withdraw(image);
        assertThat(asker.only().withdrawn).isTrue();
        assertThat(error(outcome)).isEqualTo(ErrorName.PRODUCER_GONE);
    }

    @Test
    void takesTheQuestionBackWhenNewRulesAnswerIt() {
        CompletableFuture<Admitted> outcome = open(looker, true, Optional.empty());
        PolicyChange.apply(core, policy(ASK + DENY));
        assertThat(asker.only().withdrawn).isTrue();
        assertThat(error(outcome)).isEqualTo(ErrorName.NOT_ALLOWED);
    }

    @Test
    void takesTheQuestionBackWhenNewRulesHideTheImage() {
        CompletableFuture<Admitted> outcome = open(looker, true, Optional.empty());
        PolicyChange.apply(core, policy(ASK + DENY.replace("read", "list")));
        assertThat(asker.only().withdrawn).isTrue();
        assertThat(error(outcome)).isEqualTo(ErrorName.NOT_ALLOWED);
    }

    @Test
    void asksNothingAboutAnImageThatWasHiddenOrWentSinceTheCall() {
        AccessRequest request = core.sessions().openRequest(looker, Optional.empty());
        Wish wish =
                new Wish(looker, image, Action.READ, new Wish.Manner(true, Question.Request.PLAIN, Optional.empty()));
        PolicyChange.apply(core, policy(ASK + DENY.replace("read", "list")));
        assertThatExceptionOfType(VitrineException.class)
                .isThrownBy(() -> admission.admit(wish, request))
                .satisfies(e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_ALLOWED));
        core.producers().withdraw(image);
        assertThatExceptionOfType(VitrineException.class)
                .isThrownBy(() -> admission.admit(wish, request))
                .satisfies(e -> assertThat(e.name()).isEqualTo(ErrorName.PRODUCER_GONE));
        assertThat(asker.questions).isEmpty();
    }

    @Test
    void endsTheRequestWhateverFails() {
        grants.throwing = true;
        assertThat(error(open(looker, true, Optional.empty()))).isEqualTo(ErrorName.INTERNAL);
        assertThat(core.registry().requestCount()).isZero();
    }

    @Test
    void handsOutNothingIfSharingWasPausedBeforeTheAnswer() {
        CompletableFuture<Admitted> outcome = open(looker, true, Optional.empty());
        core.sharing().pause();
        asker.only().answer.complete(new Answer(Answer.Kind.YES, Persistence.UNTIL_REVOKED));
        assertThat(error(outcome)).isEqualTo(ErrorName.NOT_ALLOWED);
        assertThat(grants.known).containsEntry(KEY, Remembered.Answer.ALWAYS);
    }

    @Test
    void refusesWhoWaitsForBuffersWhenItsGrantIsLost() {
        grants.known.put(KEY, Remembered.Answer.ALWAYS);
        Admitted admitted = open(looker, true, Optional.empty()).join();
        var waiting = core.sessions()
                .buffers(looker, image, admitted.grant(), FormatSet.ALL)
                .toCompletableFuture();
        assertThat(waiting).isNotDone();
        grants.lose(KEY);
        assertThat(error(waiting)).isEqualTo(ErrorName.NOT_ALLOWED);
    }

    @Test
    void endsTheSessionWhoseGrantIsLost() {
        grants.known.put(KEY, Remembered.Answer.ALWAYS);
        ConsumerSession session = session(open(looker, true, Optional.empty()).join());
        watched.used(session.grant());
        assertThat(core.registry().consumer(session.serial())).isPresent();
        grants.lose(KEY);
        assertThat(core.registry().consumer(session.serial())).isEmpty();
        assertThat(journal)
                .anySatisfy(entry -> assertThat(entry)
                        .isInstanceOfSatisfying(
                                JournalEntry.Ended.class,
                                ended -> assertThat(ended.reason()).isEqualTo("revoked")));
    }

    @Test
    void endsASessionWhoseGrantWasLostBeforeItBegan() {
        grants.known.put(KEY, Remembered.Answer.ALWAYS);
        Admitted admitted = open(looker, true, Optional.empty()).join();
        grants.lose(KEY);
        ConsumerSession session = session(admitted);
        watched.used(session.grant());
        assertThat(core.registry().consumer(session.serial())).isEmpty();
    }

    @Test
    void endsWhatARuleAllowedOnceRulesLeaveItToTheUser() {
        PolicyChange.apply(core, policy(ASK + DENY.replace("deny", "allow")));
        ConsumerSession allowed = session(open(looker, false, Optional.empty()).join());
        PolicyChange.apply(core, policy(ASK));
        assertThat(core.registry().consumer(allowed.serial())).isEmpty();
    }

    @Test
    void leavesWhatTheUserAllowedWhileRulesLeaveItToTheUser() {
        CompletableFuture<Admitted> outcome = open(looker, true, Optional.empty());
        asker.only().answer.complete(new Answer(Answer.Kind.YES, Persistence.ONCE));
        ConsumerSession asked = session(outcome.join());
        PolicyChange.apply(core, policy(ASK));
        assertThat(core.registry().consumer(asked.serial())).isPresent();
    }

    @Test
    void writesDownWhatWasDecidedAndHow() {
        CompletableFuture<Admitted> outcome = open(looker, true, Optional.empty());
        asker.only().answer.complete(new Answer(Answer.Kind.YES, Persistence.ONCE));
        assertThat(outcome).isCompleted();
        assertThat(journal).singleElement().isInstanceOfSatisfying(JournalEntry.Decided.class, decided -> {
            assertThat(decided.outcome()).isEqualTo(Ledger.ASKED_YES);
            assertThat(decided.image().title()).isEqualTo("Front");
        });
    }

    @Test
    void tellsTheStoreWhenTheLastConnectionOfAnApplicationHasGone() {
        Caller second = join("org.example.Looker");
        core.endings().end(looker);
        watched.left(looker);
        assertThat(grants.left).isEmpty();
        core.endings().end(second);
        watched.left(second);
        assertThat(grants.left).containsExactly("org.example.Looker");
    }

    private CompletableFuture<Admitted> open(Caller caller, boolean interactive, Optional<String> token) {
        return admit(caller, image, interactive, token);
    }

    private CompletableFuture<Admitted> admit(
            Caller caller, SharedImage wanted, boolean interactive, Optional<String> token) {
        Wish.Manner manner = new Wish.Manner(interactive, Question.Request.PLAIN, token);
        return admission.admit(new Wish(caller, wanted, Action.READ, manner)).toCompletableFuture();
    }

    private ConsumerSession session(Admitted admitted) {
        core.registry().listen(new Ledger(journal::add));
        return core.sessions().open(looker, image, admitted.grant(), FormatSet.ALL, Optional.empty());
    }

    private Caller join(String appId) {
        Caller caller = new Caller(
                new UniqueName(":1." + core.registry().callers().size()),
                1000,
                Optional.empty(),
                new Subject(appId, Sandbox.FLATPAK, User.OWN));
        core.registry().join(caller);
        return caller;
    }

    private SharedImage image(Caller producer) {
        FormatSet formats = FormatSet.of(Map.of(875713112L, List.of(0L)));
        ImageTraits traits = new ImageTraits(
                "Front", List.of(), false, Optional.of(new ImageTraits.Size(4, 4)), Optional.of(formats));
        return core.producers()
                .advertise(core.producers().register(producer, Optional.empty()), traits, Optional.empty());
    }

    private static Policy policy(String toml) {
        try {
            return new Policy(PolicyFile.parse("test.toml", toml));
        } catch (PolicyFileException e) {
            throw new AssertionError(e);
        }
    }

    private static ErrorName error(CompletableFuture<?> outcome) {
        assertThat(outcome).isCompletedExceptionally();
        @Nullable Throwable failure = outcome.exceptionNow();
        return ((VitrineException) failure).name();
    }
}
