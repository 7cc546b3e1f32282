package org.vitrine.demo;

import java.io.IOException;
import org.vitrine.cli.Terminal;
import org.vitrine.cli.picture.TerminalPicture;
import org.vitrine.demo.troupe.DemoFailure;
import org.vitrine.demo.troupe.Troupe;

/**
 * Shows the main job: an image goes from a producer to a consumer through the broker, by descriptor.
 *
 * <p>Exit codes: 0 all went as it should, 1 it did not, 2 wrong usage.
 */
public final class Demo {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private Demo() {}

    public static void main(String[] args) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
        int code = run(args);
        System.out.flush();
        System.exit(code);
    }

    private static int run(String... args) {
        DemoOptions options;
        try {
            options = DemoOptions.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println("vitrine-demo: " + e.getMessage() + "\n" + DemoOptions.USAGE);
            return USAGE;
        }
        Terminal terminal = Terminal.own();
        Narrator narrator = new Narrator(System.out, terminal.colour());
        try (Troupe troupe = new Troupe()) {
            new Performance(options, narrator, troupe).run();
            show(options, terminal);
            return 0;
        } catch (DemoFailure | IOException e) {
            narrator.flush();
            System.err.println("vitrine-demo: " + e.getMessage());
            return FAILED;
        }
    }

    private static void show(DemoOptions options, Terminal terminal) {
        if (terminal.interactive() && !TerminalPicture.show(options.out().resolve("frame.png"))) {
            System.out.println("   " + TerminalPicture.HOW_TO_GET_IT);
        }
    }
}
