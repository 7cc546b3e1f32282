package org.vitrine.broker.grants;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrine.broker.grants.table.PermissionRow;
import org.vitrine.policy.Action;

/** Reads and writes the hashes of restore tokens in a row's data: by application, each as {@code read:HASH}. */
final class StoredTokens {
    private StoredTokens() {}

    static TokenChain read(PermissionRow row, String app, Action access) {
        String start = start(access);
        return new TokenChain(row.data().getOrDefault(app, List.of()).stream()
                .filter(text -> text.startsWith(start))
                .map(text -> text.substring(start.length()))
                .toList());
    }

    /** Returns the data with another chain for one access of an application. */
    static Map<String, List<String>> with(PermissionRow row, String app, Action access, TokenChain chain) {
        String start = start(access);
        List<String> texts = new ArrayList<>(row.data().getOrDefault(app, List.of()));
        texts.removeIf(text -> text.startsWith(start));
        chain.hashes().forEach(hash -> texts.add(start + hash));
        Map<String, List<String>> data = new HashMap<>(row.data());
        data.put(app, List.copyOf(texts));
        return data;
    }

    /** Returns the data without what belongs to no "always" that stands. */
    static Map<String, List<String>> standing(KnownRow known) {
        Map<String, List<String>> data = new HashMap<>();
        known.row().data().forEach((app, texts) -> {
            Set<Action> always = known.always(app);
            List<String> kept = texts.stream()
                    .filter(text -> always.stream().anyMatch(access -> text.startsWith(start(access))))
                    .toList();
            if (!kept.isEmpty()) {
                data.put(app, kept);
            }
        });
        return data;
    }

    private static String start(Action access) {
        return access.word() + ":";
    }
}
