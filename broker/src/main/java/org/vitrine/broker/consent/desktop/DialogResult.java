package org.vitrine.broker.consent.desktop;

import java.util.List;
import java.util.Map;
import org.vitrine.api.dbus.Variant;
import org.vitrine.broker.access.Answer;
import org.vitrine.broker.grants.Persistence;

/**
 * Reads what AccessDialog returned. 0 is yes. 1 is no: the button; but GNOME Shell and KDE return it for Escape too. 2,
 * and whatever else there may come to be, is a dialog that was closed without an answer.
 */
final class DialogResult {
    private static final long YES = 0;
    private static final long NO = 1;

    private DialogResult() {}

    /**
     * Reads the body of a reply.
     *
     * @param preselected how long the answer was to hold if nothing was touched. A no with this choice is not
     *     remembered: KDE's backend returns the choice even if the dialog was dismissed, and nobody meant never by that
     */
    static Answer read(List<Object> body, Persistence preselected) {
        @SuppressWarnings("unchecked") // the wire has checked the reply's signature
        Map<String, Variant<?>> results = (Map<String, Variant<?>>) body.get(1);
        Persistence chosen =
                RememberChoice.in(results).map(RememberChoice::persistence).orElse(Persistence.ONCE);
        long response = (Long) body.getFirst();
        if (response == YES) {
            return new Answer(Answer.Kind.YES, chosen);
        }
        if (response == NO) {
            return new Answer(Answer.Kind.NO, chosen == preselected ? Persistence.ONCE : chosen);
        }
        return Answer.NO_ANSWER;
    }
}
