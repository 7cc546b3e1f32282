package org.vitrine.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.vitrine.generator.java.JavaWriter;
import org.vitrine.generator.model.Contract;
import org.vitrine.generator.pages.PageWriter;
import org.vitrine.generator.xml.ContractReader;

/** Generates everything, once. */
public final class Main {
    private static final String JAVA_FOLDER = "org/vitrine/api/dbus/generated";

    private Main() {}

    /**
     * Read the contract and write what follows from it.
     *
     * @param arguments the folder of the XML files, the source of ErrorName, the folder for Java, the folder for pages
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 4) {
            throw new IllegalArgumentException("needs: XML-FOLDER ERROR-NAME-SOURCE JAVA-FOLDER PAGES-FOLDER");
        }
        Contract contract = ContractReader.read(Path.of(arguments[0]), Path.of(arguments[1]));
        writeAll(Path.of(arguments[2]).resolve(JAVA_FOLDER), JavaWriter.write(contract));
        writeAll(Path.of(arguments[3]), PageWriter.write(contract));
    }

    private static void writeAll(Path folder, Map<String, String> files) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            writeIfChanged(folder.resolve(file.getKey()), file.getValue());
        }
        deleteStale(folder, files.keySet());
    }

    /** Leave an unchanged file's time as it is, so that nothing is compiled again without need. */
    private static void writeIfChanged(Path file, String content) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(content)) {
            Files.writeString(file, content);
        }
    }

    /** Delete what an earlier run generated and this one did not. */
    private static void deleteStale(Path folder, Set<String> current) throws IOException {
        try (var files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (Path file : files) {
                if (!current.contains(file.getFileName().toString()) && isGenerated(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static boolean isGenerated(Path file) throws IOException {
        String content = Files.readString(file);
        return content.startsWith("// Generated from ") || content.startsWith("<!-- Generated from ");
    }
}
