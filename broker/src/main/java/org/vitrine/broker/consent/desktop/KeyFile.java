package org.vitrine.broker.consent.desktop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a file of groups, keys and values, as the Desktop Entry Specification has them. Without its escapes, which the
 * keys that are read here have no use for.
 *
 * @param groups the values by group and key
 */
record KeyFile(Map<String, Map<String, String>> groups) {
    /** Real ones have 1 to 20 KiB, with all their translations. */
    static final int MAX_BYTES = 256 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);

    KeyFile {
        groups = Map.copyOf(groups);
    }

    /** Reads a file; empty if it is not there, and, with a line in the log, if it is not a small file of this form. */
    static Optional<KeyFile> read(Path file) {
        try {
            return Files.notExists(file) ? Optional.empty() : Optional.of(parse(text(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (CharacterCodingException e) {
            LOG.warn("{} is passed over: it is not in UTF-8", file);
        } catch (IOException e) {
            LOG.warn("{} is passed over: {}", file, e.getMessage());
        }
        return Optional.empty();
    }

    private static String text(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("it is not a regular file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("it is longer than " + MAX_BYTES + " bytes");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
    }

    private static KeyFile parse(String text) throws IOException {
        Map<String, Map<String, String>> groups = new HashMap<>();
        Optional<Map<String, String>> group = Optional.empty();
        int number = 0;
        for (String raw : text.split("\n", -1)) {
            number++;
            String line = raw.strip();
            int equals = line.indexOf('=');
            if (line.startsWith("[") && line.endsWith("]")) {
                group = Optional.of(
                        groups.computeIfAbsent(line.substring(1, line.length() - 1), name -> new HashMap<>()));
            } else if (equals > 0 && group.isPresent()) {
                group.get()
                        .put(
                                line.substring(0, equals).strip(),
                                line.substring(equals + 1).strip());
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                throw new IOException("line " + number + " is neither a group nor a key with its value");
            }
        }
        return new KeyFile(groups);
    }

    /** Returns the keys of a group with their values; none if there is no such group. */
    Map<String, String> group(String name) {
        return groups.getOrDefault(name, Map.of());
    }

    /** Takes a value apart that is a list. */
    static List<String> list(String value) {
        return Arrays.stream(value.split(";", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
