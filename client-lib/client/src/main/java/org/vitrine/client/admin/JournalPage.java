package org.vitrine.client.admin;

import java.util.List;

/**
 * Holds some entries of the broker's journal.
 *
 * @param last the number of the last of them; where to go on if there is none
 * @param lines each a JSON object, oldest first; docs/journal.md describes them
 */
public record JournalPage(long last, List<String> lines) {
    public JournalPage {
        lines = List.copyOf(lines);
    }
}
