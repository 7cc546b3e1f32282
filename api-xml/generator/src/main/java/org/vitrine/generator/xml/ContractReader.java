package org.vitrine.generator.xml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vitrine.generator.model.Contract;
import org.vitrine.generator.model.Door;
import org.vitrine.generator.model.ErrorEntry;
import org.w3c.dom.Document;

/** Reads the whole contract, and refuses it at the first mistake. */
public final class ContractReader {
    private ContractReader() {}

    /**
     * Read the contract.
     *
     * @param xmlFolder has one XML file per door
     * @param errorNameSource the Java source of ErrorName
     * @throws org.vitrine.generator.ContractException if anything is wrong, undocumented or unknown
     */
    public static Contract read(Path xmlFolder, Path errorNameSource) throws IOException {
        List<ErrorEntry> errors = ErrorNameReader.read(errorNameSource);
        InterfaceReader interfaces =
                new InterfaceReader(errors.stream().map(ErrorEntry::constant).toList());
        List<Door> doors = new ArrayList<>();
        for (Path file : xmlFiles(xmlFolder)) {
            doors.add(door(file, interfaces));
        }
        return new Contract(doors, errors);
    }

    private static List<Path> xmlFiles(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    private static Door door(Path file, InterfaceReader interfaces) throws IOException {
        Document document = SafeXml.parse(file);
        String fileName = file.getFileName().toString();
        Node node = new Node(document.getDocumentElement(), fileName);
        return new Door(
                fileName,
                node.required("name"),
                node.rawComment(),
                node.children("interface").stream().map(interfaces::read).toList());
    }
}
