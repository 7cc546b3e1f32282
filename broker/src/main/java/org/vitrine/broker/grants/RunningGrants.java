package org.vitrine.broker.grants;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.broker.grants.Grants.Entry;
import org.vitrine.policy.Remembered.Answer;

/** Remembers, in memory alone, what is to hold while an application runs. Safe from any thread. */
final class RunningGrants {
    private final int mostPerApp;
    private final Map<String, Map<GrantKey, Running>> byApp = new HashMap<>();

    private record Running(Answer answer, Instant granted, Optional<Instant> used, TokenChain tokens) {}

    RunningGrants(int mostPerApp) {
        this.mostPerApp = mostPerApp;
    }

    /** Remembers an answer; false if the application has as much as it may. */
    synchronized boolean remember(GrantKey key, Answer answer, Instant now, TokenChain tokens) {
        Map<GrantKey, Running> ofApp = byApp.computeIfAbsent(key.app(), _ -> new HashMap<>());
        if (!ofApp.containsKey(key) && ofApp.size() >= mostPerApp) {
            return false;
        }
        ofApp.put(key, new Running(answer, now, Optional.empty(), tokens));
        return true;
    }

    synchronized Optional<Answer> answer(GrantKey key) {
        return find(key).map(Running::answer);
    }

    synchronized boolean letsIn(GrantKey key) {
        return find(key).filter(it -> it.answer() == Answer.ALWAYS).isPresent();
    }

    /** Trades a token for the next; false if it is not good. */
    synchronized boolean trade(GrantKey key, String hash, String nextHash) {
        Optional<Running> running = find(key).filter(it -> it.answer() == Answer.ALWAYS);
        Optional<TokenChain> traded = running.flatMap(it -> it.tokens().trade(hash, nextHash));
        traded.ifPresent(chain -> put(
                key,
                new Running(
                        Answer.ALWAYS, running.get().granted(), running.get().used(), chain)));
        return traded.isPresent();
    }

    synchronized void used(GrantKey key, Instant now) {
        find(key).ifPresent(it -> put(key, new Running(it.answer(), it.granted(), Optional.of(now), it.tokens())));
    }

    /** Forgets an answer; tells whether there was one. */
    synchronized Optional<Answer> forget(GrantKey key) {
        Map<GrantKey, Running> ofApp = byApp.getOrDefault(key.app(), new HashMap<>());
        Optional<Answer> answer = Optional.ofNullable(ofApp.remove(key)).map(Running::answer);
        if (ofApp.isEmpty()) {
            byApp.remove(key.app());
        }
        return answer;
    }

    synchronized void forget(String app) {
        byApp.remove(app);
    }

    synchronized List<GrantKey> keys() {
        return byApp.values().stream().flatMap(ofApp -> ofApp.keySet().stream()).toList();
    }

    synchronized List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        byApp.values()
                .forEach(ofApp -> ofApp.forEach((key, it) -> entries.add(new Entry(
                        key,
                        it.answer(),
                        Persistence.WHILE_RUNNING,
                        Optional.of(it.granted()),
                        it.used(),
                        Optional.empty()))));
        return entries;
    }

    private Optional<Running> find(GrantKey key) {
        return Optional.ofNullable(byApp.getOrDefault(key.app(), Map.of()).get(key));
    }

    private void put(GrantKey key, Running running) {
        byApp.computeIfAbsent(key.app(), _ -> new HashMap<>()).put(key, running);
    }
}
