package org.vitrine.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.vitrine.api.image.Buffer;
import org.vitrine.client.AllocatedBuffer;
import org.vitrine.client.BufferAllocator;
import org.vitrine.client.BufferSpec;
import org.vitrine.client.ImageSpec;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OpenFile;
import org.vitrine.fd.OpenFlag;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.Udmabuf;
import org.vitrine.gpu.drm.DrmDevice;
import org.vitrine.gpu.drm.DrmNode;
import org.vitrine.gpu.drm.DrmNodes;
import org.vitrine.gpu.egl.EglContext;
import org.vitrine.gpu.egl.EglDisplay;
import org.vitrine.gpu.egl.EglPlatform;
import org.vitrine.gpu.egl.ImportCache;
import org.vitrine.gpu.gbm.GbmAllocator;
import org.vitrine.gpu.gbm.GbmDevice;
import org.vitrine.gpu.memory.UdmabufAllocator;

/**
 * Imports buffers twice, the second time by another descriptor while the first import is held. Prints the medians of
 * the nanoseconds that both took. A program of its own, for a driver may end the process.
 */
public final class KnownBuffer {
    private static final BufferSpec SMALL = BufferSpec.of(64, 64, ImageSpec.XRGB8888);
    private static final BufferSpec LARGE = BufferSpec.of(3840, 2160, ImageSpec.XRGB8888);
    private static final int WARM_UPS = 200;
    private static final int BUFFERS = 21;

    private KnownBuffer() {}

    /** Works as {@code ImportBench} asks for: {@code egl} or {@code prime}, then the path of a DRM node. */
    public static void main(String[] arguments) {
        switch (arguments[0]) {
            case "egl" -> overEgl(arguments[1]);
            case "prime" -> overPrime(Path.of(arguments[1]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void overEgl(String node) {
        try (GbmDevice device = GbmDevice.take(OpenFile.open(node, Set.of(OpenFlag.READ_WRITE)));
                EglDisplay display = EglDisplay.open(new EglPlatform.Gbm(device));
                EglContext context = EglContext.create(display);
                ImportCache cache = ImportCache.create(context, 1)) {
            measure(GbmAllocator.forRendering(device), cache::acquire);
        }
    }

    private static void overPrime(Path path) {
        DrmNode node = DrmNodes.find().stream()
                .filter(found -> found.path().equals(path))
                .findFirst()
                .orElseThrow();
        try (DrmDevice device = DrmDevice.open(node)) {
            measure(
                    new UdmabufAllocator(new Udmabuf()),
                    buffer -> device.importPrime(buffer.planes().getFirst().fd()));
        }
    }

    private static void measure(BufferAllocator allocator, Importer importer) {
        for (int i = 0; i < WARM_UPS; i++) {
            importTwice(allocator, SMALL, importer);
        }
        List<Times> times = new ArrayList<>();
        for (int i = 0; i < BUFFERS; i++) {
            times.add(importTwice(allocator, LARGE, importer));
        }
        System.out.printf("%.0f %.0f%n", Samples.median(times, Times::firstNs), Samples.median(times, Times::secondNs));
    }

    private static Times importTwice(BufferAllocator allocator, BufferSpec spec, Importer importer) {
        try (AllocatedBuffer made = allocator.allocate(spec);
                OwnedFd duplicate = made.buffer().planes().getFirst().fd().dup()) {
            Buffer<? extends Fd> again = made.buffer().map(_ -> duplicate);
            try (Timed first = Timed.of(() -> importer.importNow(made.buffer()));
                    Timed second = Timed.of(() -> importer.importNow(again))) {
                return new Times(first.tookNs, second.tookNs);
            }
        }
    }

    /** Imports a buffer; what it gives is to be closed. */
    private interface Importer {
        AutoCloseable importNow(Buffer<? extends Fd> buffer);
    }

    private record Timed(AutoCloseable imported, long tookNs) implements AutoCloseable {
        static Timed of(Supplier<AutoCloseable> work) {
            long begunNs = System.nanoTime();
            AutoCloseable imported = work.get();
            return new Timed(imported, System.nanoTime() - begunNs);
        }

        @Override
        public void close() {
            try {
                imported.close();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private record Times(double firstNs, double secondNs) {}
}
