package org.vitrine.gpucheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.vitrine.client.ConnectOptions;
import org.vitrine.client.Vitrine;
import org.vitrine.demo.troupe.Child;
import org.vitrine.demo.troupe.DemoBus;
import org.vitrine.demo.troupe.DemoFailure;
import org.vitrine.demo.troupe.DemoRules;
import org.vitrine.demo.troupe.Troupe;
import org.vitrine.gpu.device.Devices;

/**
 * Tries every exporter and importer of this machine, from one process to another over a broker of its own, and writes
 * down what the drivers do.
 *
 * <p>Exit codes: 0 no picture was wrong, 1 one was, or something failed, 2 wrong usage.
 */
public final class GpuCheck {
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final String HELP = """
            Usage: ./run gpu-check [--out DIR]

            Draws a picture with every exporter of this machine, sends it over a broker of its own to another process, reads it
            back there with every importer, and compares every pixel. Prints the table, and writes it with what each driver
            says of itself into DIR/report.md (default: target/gpu-check).

            Exit codes: 0 no picture was wrong, 1 one was, or something failed, 2 wrong usage.

            Example: ./run gpu-check --out docs/hardware/my-laptop
            """;

    private GpuCheck() {}

    /** Runs it. */
    public static void main(String[] args) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
        int code = run(args);
        System.out.flush();
        System.exit(code);
    }

    private static int run(String... args) {
        if (args.length == 1 && (args[0].equals("--help") || args[0].equals("-h"))) {
            System.out.print(HELP);
            return 0;
        }
        if (args.length != 0 && !(args.length == 2 && args[0].equals("--out"))) {
            System.err.print(HELP);
            return USAGE;
        }
        Path out = Path.of(args.length == 2 ? args[1] : "target/gpu-check");
        try (Troupe troupe = new Troupe();
                Devices devices = Devices.find()) {
            return check(troupe, devices, out) ? 0 : FAILED;
        } catch (DemoFailure | IOException e) {
            System.err.println("gpu-check: " + e.getMessage());
            return FAILED;
        }
    }

    private static boolean check(Troupe troupe, Devices devices, Path out) throws IOException {
        Files.createDirectories(out);
        DemoBus bus = troupe.add(DemoBus.start());
        Path rules = DemoRules.writeTo(Files.createTempDirectory("vitrine-gpu-check"));
        Child broker = troupe.add(Child.startJava(
                "broker", bus.address(), "org.vitrine.broker.boot.Main", List.of("--rules", rules.toString())));
        broker.line(PATIENCE);
        Child child = troupe.add(Child.startJava("consumer", bus.address(), RoadConsumer.class.getName(), List.of()));
        ConsumerProcess consumer = ConsumerProcess.greet(child);
        try (Vitrine vitrine = Vitrine.connect(ConnectOptions.ofBus(bus.address()))) {
            RoadTable table = new Roads(vitrine, consumer).takeAll(devices.exporters());
            Path report = out.resolve("report.md");
            Files.writeString(report, DriverReport.of(devices, Extensions.of(devices), table));
            table.lines().forEach(System.out::println);
            System.out.println("See " + report + " for what each driver said.");
            return table.isRight();
        }
    }
}
