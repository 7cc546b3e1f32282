package org.vitrine.gpu.device;

import java.nio.file.Path;
import java.util.Optional;

/** Names what was found, such as {@code gbm:renderD128}. */
final class DeviceName {
    private DeviceName() {}

    static String of(BufferSystem system, Optional<String> device) {
        return device.map(path -> String.valueOf(Path.of(path).getFileName()))
                .filter(name -> !name.equals(system.word()))
                .map(name -> system.word() + ":" + name)
                .orElse(system.word());
    }
}
