package org.vitrine.gpu.drm;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Names a device node of DRM.
 *
 * @param path such as {@code /dev/dri/renderD128}
 * @param type what can be done through it
 * @param device the device's name on its bus, such as {@code 0000:00:02.0} or {@code virtio1}, the same for both its
 *     nodes; empty if sysfs doesn't tell
 */
public record DrmNode(Path path, Type type, Optional<String> device) {
    /** Says what can be done through a node. */
    public enum Type {
        /** Rendering and PRIME, by every member of the group render: {@code renderD*}. */
        RENDER("renderD"),
        /** Also screens and dumb buffers; one client is master: {@code card*}. */
        PRIMARY("card");

        private final String prefix;

        Type(String prefix) {
            this.prefix = prefix;
        }

        /** Tells the type of a node by its name; empty if no node of DRM has such a name. */
        static Optional<Type> ofName(String name) {
            for (Type type : values()) {
                if (name.startsWith(type.prefix) && isNumber(name.substring(type.prefix.length()))) {
                    return Optional.of(type);
                }
            }
            return Optional.empty();
        }

        private static boolean isNumber(String text) {
            return !text.isEmpty()
                    && text.length() < 10
                    && text.chars().allMatch(character -> '0' <= character && character <= '9');
        }
    }

    /** Returns the number in its name. */
    public int number() {
        return Integer.parseInt(name().substring(type.prefix.length()));
    }

    private String name() {
        return path.getFileName().toString();
    }
}
