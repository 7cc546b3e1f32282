package org.vitrine.bench;

import static org.vitrine.bench.Samples.median;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Start of the broker, and its resident memory, with 10,000 remembered grants beside none. */
final class GrantBench {
    private static final double RATIO_MAX = 1.2;

    /** A session bus that can start nothing, so that the broker keeps grants in its own file. */
    private static final String WITHOUT_SERVICES = """
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
             "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <type>session</type>
              <listen>unix:tmpdir=/tmp</listen>
              <auth>EXTERNAL</auth>
              <policy context="default">
                <allow send_destination="*" eavesdrop="true"/>
                <allow eavesdrop="true"/>
                <allow own="*"/>
              </policy>
            </busconfig>
            """;

    private final Setup setup;

    GrantBench(Setup setup) {
        this.setup = setup;
    }

    List<Figure> run() {
        try (BenchHome none = BenchHome.make();
                BenchHome inFile = BenchHome.make();
                BenchHome inStore = BenchHome.make()) {
            Path configuration = Files.writeString(none.folder().resolve("without-services.conf"), WITHOUT_SERVICES);
            ManyGrants.inFile(inFile.state().resolve("vitrine/grants.db"));
            try (BenchBus bus = BenchBus.startFor(inStore)) {
                ManyGrants.inStore(bus.address());
            }
            List<Figure> figures = new ArrayList<>();
            figures.addAll(compare(
                    "in a file",
                    () -> BenchBus.startFor(none, configuration),
                    () -> BenchBus.startFor(inFile, configuration)));
            figures.addAll(
                    compare("in the desktop's store", () -> BenchBus.startFor(none), () -> BenchBus.startFor(inStore)));
            return figures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Figure> compare(String where, Supplier<BenchBus> withNone, Supplier<BenchBus> withMany) {
        List<Start> none = new ArrayList<>();
        List<Start> many = new ArrayList<>();
        for (int round = 0; round < setup.rounds(); round++) {
            none.add(start(withNone));
            many.add(start(withMany));
        }
        double startMs = median(none, Start::ms);
        double startManyMs = median(many, Start::ms);
        double mib = median(none, Start::mib);
        double manyMib = median(many, Start::mib);
        return List.of(
                ratio("start to first answer, 10,000 grants " + where, startManyMs, startMs, "ms"),
                ratio("resident, 10,000 grants " + where, manyMib, mib, "MiB"));
    }

    private static Figure ratio(String name, double many, double none, String unit) {
        return Figure.withGoal(
                name,
                many / none,
                "",
                new Goal.AtMost(RATIO_MAX),
                Figure.digits(many) + " " + unit + ", with none " + Figure.digits(none) + " " + unit);
    }

    private Start start(Supplier<BenchBus> starting) {
        try (BenchBus bus = starting.get();
                Broker broker = Broker.start(setup, bus, List.of())) {
            return new Start(broker.startNs() / 1e6, broker.residentMib());
        }
    }

    private record Start(double ms, double mib) {}
}
