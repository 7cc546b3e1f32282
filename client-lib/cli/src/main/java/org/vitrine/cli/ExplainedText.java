package org.vitrine.cli;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.client.admin.AdminImage;
import org.vitrine.client.admin.AdminPeer;
import org.vitrine.client.admin.Explained;

/** Puts an explanation into words. */
final class ExplainedText {
    private ExplainedText() {}

    static List<String> lines(Explained explained, AdminImage image, String access) {
        List<String> lines = new ArrayList<>();
        AdminPeer peer = explained.consumer().peer();
        String app = peer.app().isEmpty() ? "A program that is not known" : peer.app();
        lines.add(headline(explained, app, access, image));
        lines.add("  because of   " + basis(explained.basis()));
        lines.add("  consumer     " + consumer(explained.consumer()));
        if (!explained.visible()) {
            lines.add("  but          it may not know of the image, and is told that there is none");
        }
        if (explained.paused()) {
            lines.add("  but          sharing is paused: vitrinectl resume");
        }
        explained.shadowed().forEach(rule -> lines.add("  shadowed     " + named(rule)));
        explained
                .near()
                .forEach(miss -> lines.add("  near         %s would say %s, but for %s"
                        .formatted(named(miss.rule()), miss.effect(), miss.unmet())));
        return lines.stream().map(PlainText::of).toList();
    }

    private static String headline(Explained explained, String app, String access, AdminImage image) {
        String what = access + " image " + image.id() + " \"" + image.title() + "\"";
        return switch (explained.effect()) {
            case "allow" -> "allow: " + app + " may " + what;
            case "deny" -> "deny: " + app + " may not " + what;
            default -> explained.effect() + ": the user is asked whether " + app + " may " + what;
        };
    }

    private static String basis(Explained.Basis basis) {
        return switch (basis.stage()) {
            case "rule" -> rule(basis);
            case "manifest" -> "its manifest, " + basis.manifest() + leaving(basis);
            case "grant" -> "what the user said before, remembered for " + basis.grant() + leaving(basis);
            default -> "no rule: none fits";
        };
    }

    private static String leaving(Explained.Basis basis) {
        return basis.rule().isEmpty() ? "; no rule fits" : "; left to it by " + rule(basis);
    }

    private static String rule(Explained.Basis basis) {
        return "rule " + basis.rule() + ", " + basis.file() + ":" + basis.line();
    }

    private static String named(Explained.OtherRule rule) {
        return "rule " + rule.name() + ", " + rule.file() + ":" + rule.line();
    }

    private static String consumer(Explained.Consumer consumer) {
        AdminPeer peer = consumer.peer();
        if (consumer.assumed()) {
            return "none such is connected; assumed: sandbox " + peer.sandbox() + ", your user, " + peer.evidence()
                    + " evidence, no manifest";
        }
        return peer.busName() + ", pid " + peer.pid() + ", sandbox " + peer.sandbox() + ", " + peer.evidence()
                + " evidence" + (peer.unit().isEmpty() ? "" : ", unit " + peer.unit())
                + (peer.executable().isEmpty() ? "" : ", " + peer.executable());
    }
}
