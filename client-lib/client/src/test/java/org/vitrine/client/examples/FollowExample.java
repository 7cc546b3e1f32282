package org.vitrine.client.examples;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.client.AccessOptions;
import org.vitrine.client.ConnectOptions;
import org.vitrine.client.Frame;
import org.vitrine.client.ImageId;
import org.vitrine.client.ImageSession;
import org.vitrine.client.Vitrine;

/** Follows an image frame by frame. */
public final class FollowExample {
    private FollowExample() {}

    /** Runs the example until no frame comes for a second, and returns the first pixel of each frame. */
    public static List<Integer> run(ConnectOptions options, ImageId id) {
        List<Integer> firstPixels = new ArrayList<>();
        // @start region="follow"
        try (Vitrine vitrine = Vitrine.connect(options);
                ImageSession session = vitrine.requestAccess(id, AccessOptions.READ.because("To show it"))) {
            Optional<Frame> frame = session.nextFrame(Duration.ofSeconds(1));
            while (frame.isPresent()) {
                firstPixels.add(session.pixels(frame.get()).plane().row(0).getAtIndex(JAVA_INT, 0));
                frame = session.nextFrame(Duration.ofSeconds(1));
            }
        }
        // @end
        return firstPixels;
    }
}
