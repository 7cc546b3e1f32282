package org.vitrine.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vitrine.generator.model.Contract;
import org.vitrine.generator.xml.ContractReader;

/** The sample contract of the tests, as it is and with mistakes. */
public final class Samples {
    private final Path folder;

    /** Make samples in an empty folder. */
    public Samples(Path folder) {
        this.folder = folder;
    }

    /** Read the sample as it is. */
    public Contract contract() {
        return contractWith("", "");
    }

    /** Read the sample after replacing a text that it has. */
    public Contract contractWith(String text, String replacement) {
        String sample = resource("door.xml");
        if (!sample.contains(text)) {
            throw new IllegalArgumentException("the sample has no " + text);
        }
        return contractOf(text.isEmpty() ? sample : sample.replace(text, replacement));
    }

    /** Read a contract of one XML file. */
    public Contract contractOf(String xml) {
        try {
            Files.writeString(folder.resolve("door.xml"), xml);
            return ContractReader.read(folder, path("ErrorName.java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Return a resource of these tests. */
    public static String resource(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path path(String name) {
        try {
            return Path.of(java.util.Objects.requireNonNull(Samples.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
