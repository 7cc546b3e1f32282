package org.vitrine.checks.road;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.vitrine.client.SharedImage;
import org.vitrine.client.Vitrine;
import org.vitrine.gpu.device.BufferSystem;
import org.vitrine.gpu.device.Devices;
import org.vitrine.gpu.device.Exporter;
import org.vitrine.gpucheck.PatternImage;

/** A producer in a process of its own: shares the pattern from one exporter, says the image's number, and stays. */
final class StayingProducer {
    private StayingProducer() {}

    public static void main(String[] args) throws IOException {
        try (Devices devices = devicesFor(args[0]);
                Vitrine vitrine = Vitrine.connect();
                SharedImage image = PatternImage.share(vitrine, named(devices, args[0]))) {
            System.out.println(image.id());
            System.in.read();
        }
    }

    /** Looks for an exporter's system alone, for that is quicker. */
    static Devices devicesFor(String exporter) {
        String word = exporter.replaceFirst(":.*", "");
        return Devices.find(Arrays.stream(BufferSystem.values())
                .filter(system -> system.word().equals(word))
                .collect(Collectors.toSet()));
    }

    static Exporter named(Devices devices, String name) {
        return devices.exporters().stream()
                .filter(exporter -> exporter.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
