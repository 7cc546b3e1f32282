package org.vitrine.generator.pages;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vitrine.generator.model.Contract;

/** Writes the reference: an index, a page per interface, and a page of errors. */
public final class PageWriter {
    private PageWriter() {}

    /** Write all pages. Returns name to content, in a stable order. */
    public static Map<String, String> write(Contract contract) {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("README.md", IndexPage.write(contract));
        contract.interfaces().forEach(iface -> pages.put(iface.name() + ".md", InterfacePage.write(iface, contract)));
        pages.put("errors.md", ErrorPage.write(contract.errors()));
        return pages;
    }
}
