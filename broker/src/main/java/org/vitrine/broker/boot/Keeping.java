package org.vitrine.broker.boot;

import java.nio.file.Path;

/**
 * Says what a broker keeps beyond its end.
 *
 * @param folder where, made when it is needed
 * @param journal whether it keeps a journal
 */
public record Keeping(Path folder, boolean journal) {
    Path grantFile() {
        return folder.resolve("grants.db");
    }

    Path journalFile() {
        return folder.resolve("journal.jsonl");
    }
}
