package org.vitrine.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.vitrine.cli.picture.TerminalPicture;
import org.vitrine.client.ImageInfo;
import org.vitrine.client.Vitrine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Describes an image. */
@Command(
        name = "show",
        description = "Describe an image; on a terminal, show its latest frame too.",
        footer = {"", "Examples:", "  vitrinectl show 3", "  vitrinectl show 'Screen 1' --json"})
final class ShowCommand implements Callable<Integer> {
    private final RootCommand root;

    @Parameters(paramLabel = "IMAGE", description = "An id, an object path, or a title that only one image has.")
    private String image = "";

    ShowCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        try (Vitrine vitrine = root.connect()) {
            ImageInfo info = ImageArgument.find(vitrine, image);
            if (root.json()) {
                root.terminal().out().println(ImageInfoJson.one(info));
                return ExitCode.OK;
            }
            lines(info).forEach(root.terminal().out()::println);
            if (root.terminal().interactive()) {
                picture(vitrine, info);
            }
            return ExitCode.OK;
        }
    }

    private void picture(Vitrine vitrine, ImageInfo info) throws IOException {
        Grabbed grabbed = Progress.during(
                root.terminal(), "Waiting for image " + info.id(), () -> Grabbed.from(vitrine, info.id()));
        root.terminal().out().flush();
        if (!TerminalPicture.show(grabbed.picture())) {
            root.terminal().err().println(TerminalPicture.HOW_TO_GET_IT);
        }
    }

    private static List<String> lines(ImageInfo info) {
        List<String> lines = new ArrayList<>();
        lines.add(line("Id", info.id().toString()));
        lines.add(line("Path", info.id().path().value()));
        lines.add(line("Title", info.title()));
        lines.add(line("Tags", info.tags().isEmpty() ? "-" : String.join(", ", info.tags())));
        lines.add(line("Producer", info.producer().isEmpty() ? "- (unknown)" : info.producer()));
        lines.add(line("Size", info.widthPixels() + "×" + info.heightPixels() + " pixels"));
        lines.add(line("Format", info.format().map(Object::toString).orElse("- (no buffers yet)")));
        lines.add(line("Buffers", info.buffers() + ", planes " + info.planes() + ", generation " + info.generation()));
        lines.add(line("Frames", Long.toString(info.sequence())));
        lines.add(line("Viewers", info.consumers() + (info.writable() ? ", may be let draw" : ", may only look")));
        return lines;
    }

    private static String line(String name, String value) {
        return "%-9s %s".formatted(name, PlainText.of(value));
    }
}
