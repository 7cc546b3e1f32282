package org.vitrine.demo;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.vitrine.client.Drawing;
import org.vitrine.client.ImageSpec;
import org.vitrine.client.SharedImage;
import org.vitrine.client.Vitrine;
import org.vitrine.demo.troupe.DemoFailure;
import org.vitrine.demo.troupe.Report;
import org.vitrine.gpu.device.Allocator;
import org.vitrine.gpu.device.BufferSystem;
import org.vitrine.gpu.device.Devices;

/**
 * Shares a moving test pattern. Arguments: width, height, frames a second.
 *
 * <p>Tells {@code shared}; draws until the parent commands {@code mark NUMBER}, which stops the drawing and writes the
 * number into every buffer (see {@link Marker}), and tells {@code marked}; ends with its input.
 */
final class DemoProducer {
    private static final int BUFFERS = 3;
    /** The processor draws the pattern, so libraries for GPUs need not be loaded. */
    private static final Set<BufferSystem> SYSTEMS =
            EnumSet.complementOf(EnumSet.of(BufferSystem.EGL, BufferSystem.VULKAN));

    private static final long MILLIS_A_SECOND = 1000;

    private final Commands commands = Commands.listen();
    private final TestPattern pattern;
    private final long frameMs;

    private DemoProducer(TestPattern pattern, int framesASecond) {
        this.pattern = pattern;
        this.frameMs = MILLIS_A_SECOND / framesASecond;
    }

    public static void main(String[] args) throws InterruptedException {
        TestPattern pattern = new TestPattern(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        new DemoProducer(pattern, Integer.parseInt(args[2])).run();
    }

    private void run() throws InterruptedException {
        ImageSpec spec = ImageSpec.of(
                        "Vitrine demo: moving test pattern", pattern.widthPixels(), pattern.heightPixels())
                .withBuffers(BUFFERS);
        try (Devices devices = Devices.find(SYSTEMS);
                Vitrine vitrine = Vitrine.connect()) {
            perform(vitrine, spec, new KeptBuffers(new Allocator(devices.exporters())));
        }
    }

    private void perform(Vitrine vitrine, ImageSpec spec, KeptBuffers buffers) throws InterruptedException {
        try (SharedImage image = vitrine.share(spec, buffers)) {
            Commands.tell(shared(image).with("made_by", buffers.madeBy()));
            int number = drawUntilMark(image);
            buffers.each(pixels -> Marker.write(pixels, number));
            Commands.tell(Report.of("marked").with("frame", image.frames()));
            waitForEnd();
        }
    }

    private static Report shared(SharedImage image) {
        Storage storage = Storage.of(image.storage(0));
        Report report = Report.of("shared")
                .with("id", image.id().serial())
                .with("buffers", BUFFERS)
                .with("storage", storage.system())
                .with("exp_name", storage.exporter())
                .with("seals", storage.seals());
        for (int i = 0; i < BUFFERS; i++) {
            report = report.with("inode" + i, Storage.of(image.storage(i)).inode());
        }
        return report;
    }

    private int drawUntilMark(SharedImage image) throws InterruptedException {
        while (true) {
            long beganNs = System.nanoTime();
            draw(image);
            long tookMs = (System.nanoTime() - beganNs) / 1_000_000;
            Optional<String> command = commands.next(frameMs - tookMs);
            if (command.isPresent()) {
                return markOf(command.get());
            }
        }
    }

    private void draw(SharedImage image) {
        try (Drawing drawing = image.draw()) {
            pattern.draw(drawing.pixels(), image.frames() + 1);
        }
    }

    private static int markOf(String command) {
        if (Commands.isEnd(command)) {
            throw new DemoFailure("the demo ended before the picture was marked");
        }
        return Integer.parseInt(command.substring("mark ".length()));
    }

    private void waitForEnd() throws InterruptedException {
        while (commands.next(Long.MAX_VALUE).filter(Commands::isEnd).isEmpty()) {
            // no other command is known
        }
    }
}
