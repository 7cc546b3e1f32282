package org.vitrine.broker.grants.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every permission table does. */
abstract class TableContract {
    static final String OBJECT = "org.example.Camera/Front camera";
    static final String APP = "org.example.App";
    static final String OTHER_APP = "org.example.Other";

    final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger missed = new AtomicInteger();
    PermissionTable table;

    /** Opens the table, with what was in it. */
    abstract PermissionTable open();

    @BeforeEach
    void openAndListen() {
        table = open();
        table.listen(new PermissionTable.Listener() {
            @Override
            public void changed(String object, PermissionRow row) {
                heard.add(object + " " + row.permissions());
            }

            @Override
            public void missed() {
                missed.incrementAndGet();
            }
        });
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void aRowThatIsNotThereIsEmpty() {
        assertThat(get(table.lookup("none"))).isEqualTo(PermissionRow.NONE);
        assertThat(get(table.objects())).isEmpty();
    }

    @Test
    void keepsWhatIsWritten() {
        get(table.setPermission(OBJECT, APP, List.of("read=always", "granted=2026-11-25T09:00:00Z")));
        get(table.setData(OBJECT, Map.of(APP, List.of("read:abc"))));
        table.close();
        table = open();

        assertThat(get(table.lookup(OBJECT)))
                .isEqualTo(new PermissionRow(
                        Map.of(APP, List.of("read=always", "granted=2026-11-25T09:00:00Z")),
                        Map.of(APP, List.of("read:abc"))));
        assertThat(get(table.objects())).containsExactly(OBJECT);
    }

    @Test
    void oneAppsTextsTakeThePlaceOfItsOwnAlone() {
        get(table.setPermission(OBJECT, APP, List.of("read=always")));
        get(table.setPermission(OBJECT, OTHER_APP, List.of("yes")));
        get(table.setPermission(OBJECT, APP, List.of("read=never")));

        assertThat(get(table.lookup(OBJECT)).permissions())
                .isEqualTo(Map.of(APP, List.of("read=never"), OTHER_APP, List.of("yes")));
    }

    @Test
    void removesAnAppButNotTheRow() {
        get(table.setPermission(OBJECT, APP, List.of("read=always")));
        get(table.setData(OBJECT, Map.of(APP, List.of("read:abc"))));
        get(table.deletePermission(OBJECT, APP));

        assertThat(get(table.lookup(OBJECT))).isEqualTo(new PermissionRow(Map.of(), Map.of(APP, List.of("read:abc"))));
        assertThat(get(table.objects())).containsExactly(OBJECT);
    }

    @Test
    void removesARow() {
        get(table.setPermission(OBJECT, APP, List.of("read=always")));
        get(table.delete(OBJECT));

        assertThat(get(table.lookup(OBJECT))).isEqualTo(PermissionRow.NONE);
        assertThat(get(table.objects())).isEmpty();
    }

    @Test
    void toRemoveWhatIsNotThereIsNoFailure() {
        get(table.delete(OBJECT));
        get(table.deletePermission(OBJECT, APP));
        get(table.setData(OBJECT, Map.of(APP, List.of("read:abc"))));
        get(table.setPermission(OBJECT, OTHER_APP, List.of("yes")));
        get(table.deletePermission(OBJECT, APP));

        assertThat(get(table.lookup(OBJECT))).isEqualTo(new PermissionRow(Map.of(OTHER_APP, List.of("yes")), Map.of()));
    }

    @Test
    void tellsOfEachChangeBeforeItsCallIsAnswered() {
        get(table.setPermission(OBJECT, APP, List.of("yes")));
        assertThat(heard).containsExactly(OBJECT + " {" + APP + "=[yes]}");

        get(table.setPermission(OBJECT, APP, List.of("no")));
        assertThat(heard).last().isEqualTo(OBJECT + " {" + APP + "=[no]}");

        get(table.deletePermission(OBJECT, APP));
        get(table.delete(OBJECT));
        assertThat(heard).last().isEqualTo(OBJECT + " {}");
        assertThat(missed).hasValue(0);
    }

    @Test
    void anAppWithNoTextsIsNotInTheRow() {
        get(table.setPermission(OBJECT, APP, List.of("yes")));
        get(table.setPermission(OBJECT, APP, List.of()));

        assertThat(get(table.lookup(OBJECT)).permissions()).isEmpty();
    }

    @Test
    void ofManyCallsAtOnceTheOneToldOfLastHolds() {
        List<CompletionStage<?>> calls = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            calls.add(table.setPermission(OBJECT, APP, List.of("read=ask", "n=" + i)));
        }
        calls.forEach(TableContract::get);

        assertThat(heard).hasSize(200);
        assertThat(OBJECT + " " + get(table.lookup(OBJECT)).permissions()).isEqualTo(heard.getLast());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"org.example.Camera/", "a/b/c", "org.example.Camera/\u202etsorf \u00e4\ud83d\udcf7 \"'{}", "/"})
    void takesWhateverTitlesHaveInThem(String object) {
        get(table.setPermission(object, APP, List.of("yes")));

        assertThat(get(table.objects())).containsExactly(object);
        assertThat(get(table.lookup(object)).of(APP)).containsExactly("yes");
    }

    static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
