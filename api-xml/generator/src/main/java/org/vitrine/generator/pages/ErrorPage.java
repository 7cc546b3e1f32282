package org.vitrine.generator.pages;

import java.util.List;
import java.util.Locale;
import org.vitrine.generator.model.ErrorEntry;

/** Writes the page of errors. */
final class ErrorPage {
    private ErrorPage() {}

    static String write(List<ErrorEntry> errors) {
        return new Markdown()
                .heading(1, "Errors")
                .block(
                        "Any call may also be answered with the errors of D-Bus itself: `INVALID_ARGS`, `UNKNOWN_METHOD`, "
                                + "`UNKNOWN_OBJECT`, `UNKNOWN_INTERFACE`, `LIMITS_EXCEEDED`; with `ACCESS_DENIED` if it could "
                                + "not be established who calls; with `DESCRIPTORS_LOST` if it carries descriptors; with "
                                + "`NO_REPLY` while the broker stops; and with `INTERNAL`.")
                .table(
                        List.of("constant", "name on the bus", "meaning", "category", "retry helps"),
                        errors.stream().map(ErrorPage::row).toList())
                .toString();
    }

    private static List<String> row(ErrorEntry error) {
        return List.of(
                Markdown.code(error.constant()),
                Markdown.code(error.dbusName()),
                Markdown.escape(error.doc()),
                error.category().toLowerCase(Locale.ROOT).replace('_', ' '),
                error.retryHelps() ? "yes" : "no");
    }
}
