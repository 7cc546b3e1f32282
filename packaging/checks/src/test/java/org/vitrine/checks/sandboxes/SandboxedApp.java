package org.vitrine.checks.sandboxes;

import org.vitrine.checks.stage.Program;

/** An app in a sandbox. */
sealed interface SandboxedApp permits ProxiedApp, FlatpakApp {
    /** The app whose manifest says nothing of Vitrine. */
    String LOOKER = "org.example.Looker";

    /** Another such. */
    String ANOTHER = "org.example.Another";

    /** The app whose manifest asks for the images of the camera. */
    String TRUSTED = "org.example.TrustedLooker";

    /** The app that shares an image. */
    String CAMERA = "org.example.Camera";

    /** The rule by which it may. */
    String CAMERA_SHARES = """
            [[rule]]
            name = "camera-shares"
            app = "org.example.Camera"
            actions = ["produce"]
            effect = "allow"
            """;

    /** Run consumer.py of our examples on the image of that title. */
    Program.Result look(String title);

    /** Start sandboxed.py. */
    Program start(String... arguments);
}
