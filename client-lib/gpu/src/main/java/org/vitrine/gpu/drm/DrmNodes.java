package org.vitrine.gpu.drm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the device nodes of DRM. Opens none of them. */
public final class DrmNodes {
    private static final Path DEVICES = Path.of("/dev/dri");
    private static final Path CLASS = Path.of("/sys/class/drm");

    private DrmNodes() {}

    /** Returns this machine's nodes: render nodes first, then by number. None if it has no graphics device. */
    public static List<DrmNode> find() {
        return find(DEVICES, CLASS);
    }

    /**
     * Finds nodes elsewhere, as {@link #find()}.
     *
     * @param devices the folder of the nodes, {@code /dev/dri} on a real machine
     * @param sysfsClass the folder of their descriptions, {@code /sys/class/drm}
     */
    public static List<DrmNode> find(Path devices, Path sysfsClass) {
        try (Stream<Path> entries = Files.list(devices)) {
            return entries.flatMap(path -> node(path, sysfsClass).stream())
                    .sorted(Comparator.comparing(DrmNode::type).thenComparingInt(DrmNode::number))
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<DrmNode> node(Path path, Path sysfsClass) {
        String name = path.getFileName().toString();
        return DrmNode.Type.ofName(name)
                .map(type ->
                        new DrmNode(path, type, device(sysfsClass.resolve(name).resolve("device"))));
    }

    /** Reads where a link leads: {@code ../../../0000:00:02.0}. */
    private static Optional<String> device(Path link) {
        try {
            return Optional.ofNullable(Files.readSymbolicLink(link).getFileName())
                    .map(Path::toString);
        } catch (IOException untold) {
            return Optional.empty();
        }
    }
}
