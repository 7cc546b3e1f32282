package org.vitrine.checks.systembus;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A {@link SystemStage} for a test class. */
final class SystemStageExtension implements BeforeAllCallback, AfterAllCallback {
    private @Nullable SystemStage stage;

    @Override
    public void beforeAll(ExtensionContext context) {
        stage = SystemStage.open();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (stage != null) {
            stage.close();
        }
    }

    SystemStage stage() {
        return Objects.requireNonNull(stage);
    }
}
