package org.vitrine.generator.xml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.vitrine.generator.ContractException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Parses XML and nothing beside it: no file or address that it names is read, no entity is declared. */
final class SafeXml {
    private SafeXml() {}

    static Document parse(Path file) throws IOException {
        String fileName = file.getFileName().toString();
        Document document;
        try (var input = Files.newInputStream(file)) {
            document = builder().parse(new InputSource(input));
        } catch (SAXException malformed) {
            throw new ContractException(fileName, String.valueOf(malformed.getMessage()));
        }
        if (document.getDoctype() != null && document.getDoctype().getInternalSubset() != null) {
            throw new ContractException(fileName, "a DOCTYPE must not declare anything");
        }
        return document;
    }

    private static DocumentBuilder builder() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setXIncludeAware(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("the JDK's own parser has these features", impossible);
        }
    }
}
