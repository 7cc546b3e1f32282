package org.vitrine.bench;

import java.util.ArrayList;
import java.util.List;

/** Runs all measurements. Started by {@code ./bench}, whose help says how. */
public final class Main {
    private Main() {}

    /**
     * Measure and print.
     *
     * @param arguments the folder of the C programs, then options, then {@code --} and the broker's command
     */
    public static void main(String[] arguments) {
        Setup setup = Setup.parse(List.of(arguments));
        double busyBeforePercent = Machine.busyPercent();
        List<Figure> figures = new ArrayList<>();
        if (!setup.roadOnly()) {
            figures.addAll(ofTheBroker(setup));
        }
        figures.addAll(ofPictures(setup));
        if (!setup.roadOnly()) {
            figures.addAll(inTheTestMachine(setup));
        }
        Report report =
                new Report(Machine.description(), setup.rounds(), busyBeforePercent, Machine.busyPercent(), figures);
        if (setup.json()) {
            report.printJson(System.out);
        } else {
            report.printTable(System.out);
        }
    }

    private static List<Figure> ofTheBroker(Setup setup) {
        List<Figure> figures = new ArrayList<>();
        tell("Calls: the broker beside a C service ...");
        figures.addAll(new CallBench(setup).run());
        tell("Calls with many rules ...");
        figures.addAll(new PolicyBench(setup).run());
        tell("Images that come and go ...");
        figures.addAll(new ChurnBench(setup).run());
        tell("Start and memory ...");
        figures.addAll(new StartBench(setup).run());
        tell("Decisions ...");
        figures.addAll(new DecisionBench(setup).run());
        tell("Remembered grants ...");
        figures.addAll(new GrantBench(setup).run());
        return figures;
    }

    private static List<Figure> ofPictures(Setup setup) {
        List<Figure> figures = new ArrayList<>();
        tell("Roads of pictures: through the broker beside a bare socket ...");
        figures.addAll(new RoadBench(setup).run());
        tell("Imports of known buffers ...");
        figures.addAll(new ImportBench().run());
        return figures;
    }

    private static List<Figure> inTheTestMachine(Setup setup) {
        if (!setup.vm()) {
            tell("Left out with --no-vm: roads and imports in the test machine.");
            return List.of();
        }
        tell("Roads and imports in the test machine ...");
        return new GuestBench(setup.quick()).run();
    }

    private static void tell(String what) {
        System.err.println(what);
    }
}
