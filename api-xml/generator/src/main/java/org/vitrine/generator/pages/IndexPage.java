package org.vitrine.generator.pages;

import java.util.List;
import org.vitrine.generator.model.Contract;
import org.vitrine.generator.model.Door;

/** Writes the index of the reference. */
final class IndexPage {
    private IndexPage() {}

    static String write(Contract contract) {
        Markdown page = new Markdown()
                .heading(1, "D-Bus reference")
                .block(
                        "Every interface of the broker, from the XML in `api-xml/contract/src/main/xml`. Errors are in [errors.md](errors.md).");
        contract.doors().forEach(door -> door(page, door));
        return page.toString();
    }

    private static void door(Markdown page, Door door) {
        page.heading(2, Markdown.code(door.path()) + " (" + door.fileName() + ")");
        page.block("```text\n" + door.comment().stripTrailing().stripIndent().strip() + "\n```");
        page.table(
                List.of("interface", "for"),
                door.interfaces().stream()
                        .map(iface -> List.of(
                                "[" + iface.name() + "](" + iface.name() + ".md)", Markdown.escape(iface.title())))
                        .toList());
    }
}
