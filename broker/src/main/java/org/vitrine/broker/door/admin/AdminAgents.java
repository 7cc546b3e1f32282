package org.vitrine.broker.door.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.api.dbus.SignalDescription;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.dbus.generated.AdminQuestions1;
import org.vitrine.broker.access.Question;
import org.vitrine.broker.consent.AgentDesk;
import org.vitrine.broker.consent.PendingQuestion;
import org.vitrine.broker.door.Emitter;
import org.vitrine.broker.door.Values;
import org.vitrine.broker.identity.Caller;
import org.vitrine.broker.registry.AdminPaths;
import org.vitrine.fd.Fd;
import org.vitrine.policy.ProcessFacts;

/** Tells agents of questions. Safe from any thread. */
final class AdminAgents implements AgentDesk.Listener {
    private final Emitter emitter;

    AdminAgents(Emitter emitter) {
        this.emitter = emitter;
    }

    @Override
    public void asked(PendingQuestion question, List<UniqueName> agents) {
        send(
                agents,
                AdminQuestions1.QUESTION_ASKED,
                new AdminQuestions1.QuestionAskedSignal<>(question.serial(), describe(question)).toBody());
    }

    @Override
    public void ended(PendingQuestion question, List<UniqueName> agents) {
        send(
                agents,
                AdminQuestions1.QUESTION_ENDED,
                new AdminQuestions1.QuestionEndedSignal<Fd>(question.serial()).toBody());
    }

    private void send(List<UniqueName> agents, SignalDescription signal, List<Object> body) {
        agents.forEach(agent -> emitter.emit(agent, AdminPaths.ROOT, AdminQuestions1.DESCRIPTION, signal, body));
    }

    static Map<String, Variant<Fd>> describe(PendingQuestion pending) {
        Map<String, Variant<Fd>> properties = new LinkedHashMap<>();
        properties.put("heading", Values.text(pending.words().title()));
        properties.put("sentence", Values.text(pending.words().subtitle()));
        properties.put("details", Values.text(pending.words().body()));
        describe(pending.question().caller(), properties);
        describe(pending.question(), properties);
        return properties;
    }

    private static void describe(Caller caller, Map<String, Variant<Fd>> properties) {
        ProcessFacts process = caller.subject().process();
        properties.put("app", Values.text(caller.appId()));
        properties.put("sandbox", Values.text(caller.subject().sandbox().word()));
        properties.put("executable", Values.text(process.executable()));
        properties.put("evidence", Values.text(process.evidence().word()));
        properties.put("pid", Values.uint32(caller.pid()));
        properties.put("uid", Values.uint32(caller.uid()));
    }

    private static void describe(Question question, Map<String, Variant<Fd>> properties) {
        properties.put("access", Values.text(question.access().word()));
        properties.put("producer", Values.text(question.image().producerAppId()));
        properties.put("title", Values.text(question.image().title()));
        properties.put("reason", Values.text(question.request().reason()));
        properties.put(
                "persistence", Values.text(AdminWords.of(question.request().persistence())));
        properties.put("rememberable", Values.flag(question.terms().rememberable()));
        question.terms()
                .longest()
                .ifPresent(longest -> properties.put("longest_ms", Values.uint64(longest.toMillis())));
    }
}
