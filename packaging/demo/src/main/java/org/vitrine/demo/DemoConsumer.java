package org.vitrine.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.vitrine.cli.picture.Picture;
import org.vitrine.cli.picture.PictureFile;
import org.vitrine.cli.picture.PixelConversion;
import org.vitrine.client.AccessOptions;
import org.vitrine.client.Frame;
import org.vitrine.client.ImageId;
import org.vitrine.client.ImageSession;
import org.vitrine.client.Pixels;
import org.vitrine.client.Vitrine;
import org.vitrine.demo.troupe.DemoFailure;
import org.vitrine.demo.troupe.Report;

/**
 * Looks at the test pattern. Arguments: the image's id, how many frames to watch, the PNG to write.
 *
 * <p>Tells {@code first} with its first frame, {@code watched} after the frames, and, when the parent commands
 * {@code finish FRAME}, once that frame has come, {@code finished}; ends with its input.
 */
final class DemoConsumer {
    private static final Duration FRAME_PATIENCE = Duration.ofSeconds(60);
    private static final int SAMPLE_EVERY = 16;
    /** With three buffers at 30 Hz nobody draws over a frame that is younger. */
    private static final long SAFE_MS = 60;

    private final Commands commands = Commands.listen();
    private final ImageSession session;
    private long seen;
    private long right;
    private long overtaken;

    private DemoConsumer(ImageSession session) {
        this.session = session;
    }

    public static void main(String[] args) throws InterruptedException, IOException {
        ImageId image = new ImageId(Long.parseLong(args[0]));
        long beganNs = System.nanoTime();
        try (Vitrine vitrine = Vitrine.connect();
                ImageSession session = vitrine.requestAccess(image, AccessOptions.READ.because("Vitrine's demo"))) {
            new DemoConsumer(session).run(beganNs, Integer.parseInt(args[1]), Path.of(args[2]));
        }
    }

    private void run(long beganNs, int frames, Path png) throws InterruptedException, IOException {
        Frame frame = next();
        Commands.tell(first(frame).with("first_frame_ms", (System.nanoTime() - beganNs) / 1_000_000));
        while (seen < frames) {
            frame = next();
            watch(frame);
        }
        Commands.tell(Report.of("watched")
                .with("frames_seen", seen)
                .with("frames_skipped", session.skippedFrames())
                .with("frames_right", right)
                .with("frames_overtaken", overtaken));
        long last = finishCommand();
        while (frame.sequence() < last) {
            frame = next();
        }
        Commands.tell(finish(frame, png));
        finishCommand();
    }

    private Report first(Frame frame) {
        Pixels pixels = session.pixels(frame);
        Storage storage = Storage.of(session.storage(frame.index()));
        return Report.of("first")
                .with("format", pixels.format().toString())
                .with("width", pixels.widthPixels())
                .with("height", pixels.heightPixels())
                .with("planes", pixels.planes().size())
                .with("buffers", session.bufferCount())
                .with("storage", storage.system())
                .with("exp_name", storage.exporter());
    }

    private Frame next() {
        return session.nextFrame(FRAME_PATIENCE)
                .orElseThrow(() -> new DemoFailure(session.closedReason()
                        .map(reason -> "the session was closed: " + reason)
                        .orElse("no new frame for " + FRAME_PATIENCE.toSeconds() + " s")));
    }

    /** Looks at a frame in place. If it took too long, the producer has begun to draw the next one there. */
    private void watch(Frame frame) {
        Pixels pixels = session.pixels(frame);
        TestPattern pattern = new TestPattern(pixels.widthPixels(), pixels.heightPixels());
        seen++;
        if (pattern.wrongPixels(pixels, frame.sequence(), SAMPLE_EVERY) == 0) {
            right++;
        } else if (ageMs(frame) > SAFE_MS) {
            overtaken++;
        }
    }

    private static long ageMs(Frame frame) {
        return (System.nanoTime() - frame.timeNs().orElse(System.nanoTime())) / 1_000_000;
    }

    private long finishCommand() throws InterruptedException {
        String command = commands.next(Long.MAX_VALUE).orElseThrow();
        if (Commands.isEnd(command)) {
            return -1;
        }
        return Long.parseLong(command.substring("finish ".length()));
    }

    /** Looks at the last frame, which nobody draws over any more, pixel by pixel. */
    private Report finish(Frame frame, Path png) throws IOException {
        Pixels pixels = session.pixels(frame);
        TestPattern pattern = new TestPattern(pixels.widthPixels(), pixels.heightPixels());
        Picture picture = PixelConversion.readAny(pixels).orElseThrow();
        PictureFile.writePng(picture, png);
        return Report.of("finished")
                .with("frame", frame.sequence())
                .with("index", frame.index())
                .with("inode", Storage.of(session.storage(frame.index())).inode())
                .with("wrong_pixels", pattern.wrongPixels(pixels, frame.sequence()))
                .with("marker", Marker.read(pixels));
    }
}
