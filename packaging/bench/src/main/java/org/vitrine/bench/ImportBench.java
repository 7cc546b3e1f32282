package org.vitrine.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vitrine.gpu.drm.DrmNode;
import org.vitrine.gpu.drm.DrmNodes;

/** Import of a 4K buffer that is imported already, beside the first time, on the first device that can. */
final class ImportBench {
    private static final Goal GOAL = new Goal.AtMost(0.1);
    private static final double NS_PER_US = 1e3;

    /** Measures both ways of import. */
    List<Figure> run() {
        return List.of(
                figure("Import of a known buffer, EGL, to the first", "egl"),
                figure("Import of a known buffer, PRIME, to the first", "prime"));
    }

    private static Figure figure(String name, String way) {
        List<DrmNode> nodes = DrmNodes.find();
        for (DrmNode node : nodes) {
            Optional<String> nanoseconds = Child.lastLineIfAny(
                    Map.of(), OwnJvm.command(KnownBuffer.class, way, node.path().toString()));
            if (nanoseconds.isPresent()) {
                return figure(name, node, nanoseconds.get().split(" ", -1));
            }
        }
        return Figure.missing(
                name, GOAL, nodes.isEmpty() ? Figure.NEEDS_EXPORTER : "no device here can; the log says why");
    }

    private static Figure figure(String name, DrmNode node, String[] nanoseconds) {
        double firstUs = Double.parseDouble(nanoseconds[0]) / NS_PER_US;
        double secondUs = Double.parseDouble(nanoseconds[1]) / NS_PER_US;
        String remark = String.format(
                Locale.ROOT, "%s µs : %s µs on %s", Figure.digits(secondUs), Figure.digits(firstUs), node.path());
        return Figure.withGoal(name, secondUs / firstUs, "", GOAL, remark);
    }
}
