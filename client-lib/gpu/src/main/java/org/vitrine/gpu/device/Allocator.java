package org.vitrine.gpu.device;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.client.AllocatedBuffer;
import org.vitrine.client.BufferAllocator;

/**
 * Picks the exporter that serves a wish best: those of the wished device first, then by {@link BufferSystem#bestFirst};
 * the first that really makes the buffer is taken. Safe for use by many threads.
 */
public final class Allocator {
    private final List<Exporter> exporters;

    /** Chooses among exporters, which must stay open meanwhile. */
    public Allocator(List<Exporter> exporters) {
        this.exporters = List.copyOf(exporters);
    }

    /**
     * Makes a buffer.
     *
     * @return the caller's to close
     * @throws VitrineException NOT_SUPPORTED if no exporter of this machine can make it, with what each said
     */
    public Allocation allocate(BufferWish wish) {
        List<String> reasons = new ArrayList<>();
        for (Exporter exporter : candidates(wish)) {
            try {
                AllocatedBuffer buffer = exporter.allocator().allocate(wish.spec());
                reasons.add(exporter.name() + " made it: the best for " + words(wish.uses()) + " that could.");
                return new Allocation(buffer, exporter, reasons);
            } catch (VitrineException e) {
                reasons.add(exporter.name() + " could not: " + e.text());
            }
        }
        throw new VitrineException(
                ErrorName.NOT_SUPPORTED,
                "Nothing on this machine can make " + wish.spec().format() + " for " + words(wish.uses()) + ". "
                        + (reasons.isEmpty()
                                ? "No exporter for that is there: see vitrinectl devices"
                                : String.join("\n", reasons)));
    }

    /**
     * Returns an allocator that makes each buffer for these uses; all of an image may come from different exporters.
     */
    public BufferAllocator forUses(BufferUse... uses) {
        return spec -> allocate(BufferWish.of(spec, uses)).buffer();
    }

    private List<Exporter> candidates(BufferWish wish) {
        List<BufferSystem> order = BufferSystem.bestFirst(wish.uses());
        return exporters.stream()
                .filter(exporter -> order.contains(exporter.system()))
                .filter(exporter -> fits(exporter, wish))
                .sorted(Comparator.comparing((Exporter exporter) -> !isOn(exporter, wish))
                        .thenComparingInt(exporter -> order.indexOf(exporter.system())))
                .toList();
    }

    /** What works on another device than the wished one is left out. */
    private static boolean fits(Exporter exporter, BufferWish wish) {
        return wish.device().isEmpty() || exporter.device().isEmpty() || isOn(exporter, wish);
    }

    private static boolean isOn(Exporter exporter, BufferWish wish) {
        return wish.device().isPresent() && exporter.device().equals(wish.device());
    }

    private static String words(Set<BufferUse> uses) {
        return uses.stream().sorted().map(BufferUse::word).collect(Collectors.joining(" and "));
    }
}
