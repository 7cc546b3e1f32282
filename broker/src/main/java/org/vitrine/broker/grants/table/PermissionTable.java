package org.vitrine.broker.grants.table;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Keeps one table of permissions, with the meaning that {@code org.freedesktop.impl.portal.PermissionStore} gives it:
 * rows by object, in each row texts by application. Others may read and change it.
 *
 * <p>Never blocks. Stages fail where the table can't be reached; whether they complete at all in time is for the caller
 * to watch. Calls under way at once may be done in any order. Safe from any thread.
 */
public interface PermissionTable extends AutoCloseable {
    /** Reads a row; an empty one if there is none. */
    CompletionStage<PermissionRow> lookup(String object);

    /** Puts texts in place of an application's in a row, which is made if there is none. No texts remove it. */
    CompletionStage<?> setPermission(String object, String app, List<String> texts);

    /** Removes an application from a row, be it there or not. The row stays. */
    CompletionStage<?> deletePermission(String object, String app);

    /** Puts data in place of a row's; does nothing where there is no such row. */
    CompletionStage<?> setData(String object, Map<String, List<String>> data);

    /** Removes a row, be it there or not. */
    CompletionStage<?> delete(String object);

    /** Lists the objects that have a row. */
    CompletionStage<List<String>> objects();

    /**
     * Tells a listener of changes. Called once, before anything else.
     *
     * <p>Whoever made a change, it is told of in its order among the results of {@link #lookup} and, if one's own,
     * before its stage completes: so the row heard of last is the newest.
     */
    void listen(Listener listener);

    /** Gives back what the table holds; what is under way may fail. */
    @Override
    void close();

    /** Hears of changes, one at a time, and does not block. */
    interface Listener {
        /** Hears that a row is another now; empty if it is no more. A row may be told of that did not change. */
        void changed(String object, PermissionRow row);

        /** Hears that changes may have been missed: what is known of any row must be read again. */
        void missed();
    }
}
