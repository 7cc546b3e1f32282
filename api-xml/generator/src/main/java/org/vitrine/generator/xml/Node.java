package org.vitrine.generator.xml;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vitrine.generator.ContractException;
import org.w3c.dom.Comment;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

/**
 * An element that knows where it stands.
 *
 * @param element the element
 * @param where file and element, for errors
 */
record Node(Element element, String where) {
    /** List the child elements of one name, each of which must have a name of its own. */
    List<Node> children(String tag) {
        return elements()
                .filter(child -> child.getTagName().equals(tag))
                .map(child -> new Node(child, where + ": " + label(child)))
                .toList();
    }

    Stream<Element> elements() {
        NodeList children = element.getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    String required(String attribute) {
        String value = element.getAttribute(attribute);
        if (value.isEmpty()) {
            throw new ContractException(where, "has no " + attribute);
        }
        return value;
    }

    Optional<String> annotation(String name) {
        return elements()
                .filter(child -> child.getTagName().equals("annotation")
                        && child.getAttribute("name").equals(name))
                .map(child -> child.getAttribute("value"))
                .findFirst();
    }

    /** Parse the comment directly before the element. */
    DocComment comment() {
        return DocComment.parse(rawComment(), required("name"), where);
    }

    String rawComment() {
        org.w3c.dom.@Nullable Node before = element.getPreviousSibling();
        while (before instanceof Text text && text.getData().isBlank()) {
            before = before.getPreviousSibling();
        }
        if (before instanceof Comment comment && !comment.getData().isBlank()) {
            return comment.getData();
        }
        throw new ContractException(where, "is not documented: it needs a comment directly before it");
    }

    private static String label(Element child) {
        String name = child.getAttribute("name");
        return name.isEmpty() ? child.getTagName() : child.getTagName() + " " + name;
    }
}
