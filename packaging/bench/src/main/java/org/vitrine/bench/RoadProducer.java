package org.vitrine.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import org.vitrine.client.BufferAllocator;
import org.vitrine.client.Drawing;
import org.vitrine.client.ImageSpec;
import org.vitrine.client.MemfdAllocator;
import org.vitrine.client.SharedImage;
import org.vitrine.client.Vitrine;
import org.vitrine.fd.Udmabuf;
import org.vitrine.gpu.memory.UdmabufAllocator;

/**
 * Hands pictures to another JVM by way of the broker. Spoken to as {@code c/road}: for each count, width and height of
 * its input it hands over as many new pictures, and prints the median of the nanoseconds that one took.
 */
public final class RoadProducer implements AutoCloseable {
    private final Vitrine vitrine = Vitrine.connect();
    private final BufferAllocator allocator;
    private final Process consumer;
    private final Writer toConsumer;
    private final InputStream fromConsumer;

    private RoadProducer(RoadStorage storage) throws IOException {
        allocator = switch (storage) {
            case MEMFD -> new MemfdAllocator();
            case UDMABUF -> new UdmabufAllocator(new Udmabuf());
        };
        consumer = new ProcessBuilder(OwnJvm.command(RoadConsumer.class))
                .redirectError(Redirect.INHERIT)
                .start();
        toConsumer = consumer.outputWriter();
        fromConsumer = consumer.getInputStream();
    }

    /**
     * Prints the consumer's process id and "ready", then works until the input ends.
     *
     * @param arguments the storage, in small letters
     */
    public static void main(String[] arguments) throws IOException {
        try (RoadProducer producer = new RoadProducer(RoadStorage.ofWord(arguments[0]));
                Scanner input = new Scanner(System.in, UTF_8)) {
            producer.awaitAnswer();
            System.out.println(producer.consumer.pid() + "\nready");
            while (input.hasNextInt()) {
                System.out.printf("%.0f%n", producer.medianNs(input.nextInt(), input.nextInt(), input.nextInt()));
            }
        }
    }

    private double medianNs(int count, int widthPixels, int heightPixels) throws IOException {
        ImageSpec spec = ImageSpec.of("Road", widthPixels, heightPixels).withBuffers(1);
        List<Long> tookNs = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            tookNs.add(handOver(spec, number));
        }
        return Samples.median(tookNs, Long::doubleValue);
    }

    private long handOver(ImageSpec spec, int number) throws IOException {
        long begunNs = System.nanoTime();
        try (SharedImage image = vitrine.share(spec, allocator)) {
            try (Drawing drawing = image.draw()) {
                RoadPicture.draw(drawing.pixels().plane(), number);
            }
            toConsumer.write(image.id().serial() + " " + number + "\n");
            toConsumer.flush();
            awaitAnswer();
            return System.nanoTime() - begunNs;
        }
    }

    private void awaitAnswer() throws IOException {
        if (fromConsumer.read() < 0) {
            throw new IllegalStateException("The consumer ended");
        }
    }

    @Override
    public void close() throws IOException {
        toConsumer.close();
        vitrine.close();
    }
}
