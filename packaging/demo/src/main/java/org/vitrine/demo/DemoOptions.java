package org.vitrine.demo;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Says what the demo is to do.
 *
 * @param out the folder for {@code frame.png} and {@code report.json}
 * @param brokerMain the broker's main class
 * @param frames how many frames the consumer watches, 2 or more
 */
record DemoOptions(Path out, String brokerMain, int frames) {
    static final String USAGE = "Usage: Demo --out DIR --broker-main CLASS [--frames N]";
    private static final String DEFAULT_BROKER = "org.vitrine.broker.boot.Main";
    private static final int TWO_SECONDS = 60;

    DemoOptions {
        Objects.requireNonNull(out);
        Objects.requireNonNull(brokerMain);
        if (frames < 2) {
            throw new IllegalArgumentException("--frames is 2 or more");
        }
    }

    /** Reads the arguments, or throws IllegalArgumentException with what is wrong. */
    static DemoOptions parse(String... args) {
        Path out = Path.of("target", "run");
        String brokerMain = DEFAULT_BROKER;
        int frames = TWO_SECONDS;
        for (int i = 0; i < args.length; i += 2) {
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " lacks its value");
            }
            switch (args[i]) {
                case "--out" -> out = Path.of(args[i + 1]);
                case "--broker-main" -> brokerMain = args[i + 1];
                case "--frames" -> frames = Integer.parseInt(args[i + 1]);
                default -> throw new IllegalArgumentException("there is no option " + args[i]);
            }
        }
        return new DemoOptions(out, brokerMain, frames);
    }
}
