package org.vitrine.checks.strangers;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.vitrine.checks.stage.Places;
import org.vitrine.checks.stage.Portal;
import org.vitrine.checks.stage.Program;
import org.vitrine.checks.stage.Stage;
import org.vitrine.checks.stage.StillPicture;
import org.vitrine.wire.testing.BusKind;

/** A bus with a broker and a still picture, for all tests of a class; strangers and producer may do everything. */
final class Exhibition implements BeforeAllCallback, AfterAllCallback {
    private static final String ALLOW_ALL = """
            [[rule]]
            name = "everything"
            actions = ["produce", "list", "read", "write"]
            effect = "allow"
            """;

    private final BusKind kind;
    private @Nullable Stage stage;
    private @Nullable StillPicture picture;

    Exhibition(BusKind kind) {
        this.kind = kind;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        stage = Stage.on(kind);
        stage.rules().replace(ALLOW_ALL);
        picture = StillPicture.shownThrough(stage.peersPortal());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (picture != null) {
            picture.close();
        }
        if (stage != null) {
            stage.close();
        }
    }

    StillPicture picture() {
        return Objects.requireNonNull(picture);
    }

    Portal portal() {
        return Objects.requireNonNull(stage).peersPortal();
    }

    /** The images that there are, as somebody on the bus itself sees them. */
    List<String> images() {
        return Objects.requireNonNull(stage).portal().images();
    }

    Map<String, String> environment() {
        return portal().environment();
    }

    /** Run one of the examples that we give away. */
    Program.Result example(String file, String... arguments) {
        return Program.run(environment(), command(file, arguments));
    }

    /** Start one of the examples that we give away. */
    Program startExample(String file, String... arguments) {
        return Program.start(environment(), command(file, arguments));
    }

    private static List<String> command(String file, String... arguments) {
        return Stream.concat(Stream.of(Places.EXAMPLES.resolve(file).toString()), Stream.of(arguments))
                .toList();
    }
}
