package org.vitrine.gpu.egl;

import java.util.function.Consumer;

/** Runs a piece of a test in a context without screen or device. */
final class OnSurfaceless {
    private OnSurfaceless() {}

    static void run(Consumer<EglContext> test) {
        try (EglDisplay display = EglDisplay.open(new EglPlatform.Surfaceless());
                EglContext context = EglContext.create(display)) {
            test.accept(context);
        }
    }
}
