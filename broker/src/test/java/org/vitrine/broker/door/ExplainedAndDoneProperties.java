package org.vitrine.broker.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.broker.door.DoorsOnABus.CAMERA;
import static org.vitrine.broker.door.DoorsOnABus.VIEWER;
import static org.vitrine.broker.testing.Peer.get;
import static org.vitrine.broker.testing.Peer.value;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.statistics.Statistics;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.grants.GrantKey;
import org.vitrine.broker.grants.ImageSelector;
import org.vitrine.broker.grants.Persistence;
import org.vitrine.broker.testing.Peer;
import org.vitrine.policy.Account;
import org.vitrine.policy.Action;
import org.vitrine.policy.Manifest;
import org.vitrine.policy.Policy;
import org.vitrine.policy.PolicyFile;
import org.vitrine.policy.PolicyFileException;
import org.vitrine.policy.ProcessFacts;
import org.vitrine.policy.Remembered;
import org.vitrine.policy.Sandbox;
import org.vitrine.policy.Subject;
import org.vitrine.policy.User;

/** What Explain says of a connected program and what OpenImage then answers it never differ. */
class ExplainedAndDoneProperties {
    private static final String CAMERA_SHARES =
            "[[rule]]\nname = 'camera'\napp = '" + CAMERA + "'\nactions = ['produce']\neffect = 'allow'\n";

    private static final Map<ErrorName, String> OUTCOMES = Map.of(
            ErrorName.NOT_FOUND, "hidden",
            ErrorName.INTERACTIVE_AUTHORIZATION_REQUIRED, "ask",
            ErrorName.NOT_ALLOWED, "deny");

    private final DoorsOnABus doors = new DoorsOnABus();
    private final ObjectPath image = doors.share("Front");

    @AfterProperty
    void stop() {
        doors.close();
    }

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
    void openImageAnswersAsExplained(
            @ForAll("rules") String rules,
            @ForAll("subjects") Subject subject,
            @ForAll("remembered") Optional<Remembered.Answer> remembered)
            throws PolicyFileException {
        doors.rule(new Policy(PolicyFile.parse("random.toml", rules + CAMERA_SHARES)));
        get(doors.grants().forgetAll());
        remembered.ifPresent(answer -> get(doors.grants()
                .remember(
                        new GrantKey(VIEWER, new ImageSelector(CAMERA, "Front"), Action.READ),
                        answer,
                        Persistence.UNTIL_REVOKED)));
        try (Peer peer = doors.join(subject)) {
            get(peer.consumer().listImages(Map.of()));

            String explained = explained(peer);

            assertThat(opened(peer)).as(rules).isEqualTo(explained);
            Statistics.collect(explained);
        }
        Statistics.coverage(coverage -> {
            coverage.check("allow").percentage(percent -> percent > 5);
            coverage.check("deny").percentage(percent -> percent > 5);
            coverage.check("ask").percentage(percent -> percent > 1);
            coverage.check("hidden").percentage(percent -> percent > 5);
        });
    }

    private String explained(Peer peer) {
        var answer = get(doors.admin().admin().explain(peer.bus().uniqueName().value(), image, Action.READ.word()));
        return value(answer.explanation(), "visible").equals(true) ? answer.effect() : "hidden";
    }

    private String opened(Peer peer) {
        try {
            get(peer.consumer().openImage(image, Map.of()))
                    .buffer()
                    .planes()
                    .forEach(plane -> plane.fd().close());
            return "allow";
        } catch (VitrineException e) {
            return OUTCOMES.getOrDefault(e.name(), e.toString());
        }
    }

    @Provide
    Arbitrary<String> rules() {
        Arbitrary<String> answers = Arbitraries.of(
                "actions = ['list']\neffect = 'allow'\n",
                "actions = ['list', 'read']\neffect = 'allow'\n",
                "actions = ['read']\neffect = 'ask'\n",
                "actions = ['read']\neffect = 'deny'\n",
                "actions = ['list']\neffect = 'deny'\n");
        Arbitrary<String> conditions = Arbitraries.of(
                "", "", "app = 'org.example.*'\n", "app = '" + VIEWER + "'\n", "sandbox = 'none'\n", "title = 'B*'\n");
        return Combinators.combine(answers, conditions)
                .as((answer, condition) -> "[[rule]]\nname = 'random'\n" + answer + condition)
                .list()
                .ofMaxSize(5)
                .map(rules -> String.join("", rules));
    }

    @Provide
    Arbitrary<Subject> subjects() {
        Arbitrary<Manifest> manifests = Arbitraries.of(
                Manifest.NONE,
                Manifest.NONE,
                Manifest.of(Map.of("list", List.of("*"), "read", List.of(CAMERA))),
                Manifest.of(Map.of("read", List.of("!*"))));
        return Combinators.combine(Arbitraries.of(VIEWER, VIEWER, "org.other.App", ""), manifests)
                .as((app, manifest) -> new Subject(
                        app,
                        app.isEmpty() ? Sandbox.NONE : Sandbox.FLATPAK,
                        new Account(User.OWN, 0, Set.of()),
                        ProcessFacts.UNKNOWN,
                        manifest));
    }

    @Provide
    Arbitrary<Optional<Remembered.Answer>> remembered() {
        return Arbitraries.of(Remembered.Answer.class).optional();
    }
}
