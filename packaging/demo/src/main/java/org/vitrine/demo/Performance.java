package org.vitrine.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.vitrine.demo.troupe.Child;
import org.vitrine.demo.troupe.DemoBus;
import org.vitrine.demo.troupe.DemoRules;
import org.vitrine.demo.troupe.Report;
import org.vitrine.demo.troupe.Troupe;

/** Plays the demo from beginning to end. */
final class Performance {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final int FRAMES_A_SECOND = 30;
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration WATCH_PATIENCE = Duration.ofMinutes(5);

    private final DemoOptions options;
    private final Narrator narrator;
    private final Troupe troupe;

    Performance(DemoOptions options, Narrator narrator, Troupe troupe) {
        this.options = options;
        this.narrator = narrator;
        this.troupe = troupe;
    }

    /** Runs all of it, and leaves the picture and the report. Throws a DemoFailure if anything is not as it should. */
    void run() throws IOException {
        Files.createDirectories(options.out());
        DemoBus bus = bus();
        String broker = broker(bus);
        Child producer = start(bus, "producer", DemoProducer.class, WIDTH, HEIGHT, FRAMES_A_SECOND);
        Report shared = shared(producer);
        Child consumer = start(bus, "consumer", DemoConsumer.class, shared.number("id"), options.frames(), png());
        Report first = first(consumer);
        Report watched = watched(consumer);
        int number = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
        Outcome outcome = new Outcome(shared, first, watched, mark(producer, consumer, number), number);
        tell(outcome);
        consumer.finish();
        producer.finish();
        Path json = options.out().resolve("report.json");
        Files.writeString(json, outcome.report(bus.address(), broker).json(true) + "\n");
        outcome.requireRight();
        narrator.step("Done. See %s and %s.".formatted(png(), json));
    }

    private Path png() {
        return options.out().resolve("frame.png");
    }

    private DemoBus bus() {
        DemoBus bus = troupe.add(DemoBus.findOrStart());
        narrator.step((bus.isPrivate()
                        ? "There is no session bus, so a private one was started: %s"
                        : "The session bus is there: %s")
                .formatted(bus.address()));
        return bus;
    }

    private String broker(DemoBus bus) throws IOException {
        if (bus.hasBroker()) {
            narrator.step("A broker runs on it already; it is used as it is, and may ask you.");
            return "already running";
        }
        List<String> rules = List.of("--rules", DemoRules.writeTo(options.out()).toString());
        Child broker = troupe.add(Child.startJava("broker", bus.address(), options.brokerMain(), rules));
        String ready = broker.line(START_PATIENCE);
        narrator.step("The broker was started as process %d: %s".formatted(broker.pid(), ready));
        return "started: " + ready;
    }

    private Child start(DemoBus bus, String name, Class<?> main, Object... arguments) {
        return troupe.add(Child.startJava(
                name,
                bus.address(),
                main.getName(),
                Arrays.stream(arguments).map(Object::toString).toList()));
    }

    private Report shared(Child producer) {
        Report shared = producer.report("shared", START_PATIENCE);
        narrator.step("A producer, process %d, shares image %d: %d×%d XRGB8888, %d buffers, each a %s."
                .formatted(
                        producer.pid(),
                        shared.number("id"),
                        WIDTH,
                        HEIGHT,
                        shared.number("buffers"),
                        shared.text("storage")));
        narrator.detail(
                "%s. It draws a moving test pattern, %d frames a second.".formatted(proof(shared), FRAMES_A_SECOND));
        return shared;
    }

    private static String proof(Report shared) {
        return shared.text("exp_name").isEmpty()
                ? "Seals: " + shared.text("seals")
                : "Made by %s; the kernel names its exporter %s"
                        .formatted(shared.text("made_by"), shared.text("exp_name"));
    }

    private Report first(Child consumer) {
        Report first = consumer.report("first", START_PATIENCE);
        narrator.step("A consumer, process %d, asked for access, was let in, and had the first frame after %d ms."
                .formatted(consumer.pid(), first.number("first_frame_ms")));
        narrator.detail("It got descriptors of the producer's memory, not pixels, and mapped them to read.");
        return first;
    }

    private Report watched(Child consumer) {
        Report watched = consumer.report("watched", WATCH_PATIENCE);
        narrator.step("It looked at %d frames and found the right pattern in %d; %d were too quick for it."
                .formatted(
                        watched.number("frames_seen"),
                        watched.number("frames_right"),
                        watched.number("frames_skipped")));
        return watched;
    }

    private static Report mark(Child producer, Child consumer, int number) {
        producer.command("mark " + number);
        Report marked = producer.report("marked", WATCH_PATIENCE);
        consumer.command("finish " + marked.number("frame"));
        return consumer.report("finished", WATCH_PATIENCE);
    }

    private void tell(Outcome outcome) {
        narrator.step("The picture's memory is number %d (its inode) for the producer, and %d for the consumer."
                .formatted(outcome.producerInode(), outcome.consumerInode()));
        narrator.step(
                "After hand-over the producer wrote a number drawn by chance, %d, into the picture's unused bytes."
                        .formatted(outcome.number()));
        narrator.detail("The consumer, which was told nothing, reads %d there. Bytes copied: %d."
                .formatted(outcome.numberSeen(), outcome.bytesCopied()));
    }
}
