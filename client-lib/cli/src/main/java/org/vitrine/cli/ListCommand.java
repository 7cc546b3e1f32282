package org.vitrine.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vitrine.client.ImageFilter;
import org.vitrine.client.ImageInfo;
import org.vitrine.client.Vitrine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists images. */
@Command(
        name = "list",
        description = "List the images that you may see.",
        footer = {
            "",
            "Examples:",
            "  vitrinectl list",
            "  vitrinectl list --title 'Screen*' --json",
            "  vitrinectl list --watch"
        })
final class ListCommand implements Callable<Integer> {
    private final RootCommand root;

    @Option(names = "--title", paramLabel = "GLOB", description = "Only images with such a title, with * and ?.")
    private Optional<String> title = Optional.empty();

    @Option(names = "--producer", paramLabel = "APP", description = "Only images of this application id.")
    private Optional<String> producer = Optional.empty();

    @Option(names = "--tag", paramLabel = "TAG", description = "Only images with this tag.")
    private Optional<String> tag = Optional.empty();

    @Option(
            names = "--watch",
            description = "Stay, and tell of every image that comes, changes or goes. With --json: one object a line.")
    private boolean watch;

    ListCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Vitrine vitrine = root.connect()) {
            ImageFilter filter = new ImageFilter(title, producer, tag);
            if (watch) {
                new WatchLoop(root, vitrine, filter).run();
                return ExitCode.OK;
            }
            print(vitrine.images(filter));
            return ExitCode.OK;
        }
    }

    private void print(List<ImageInfo> images) {
        Terminal terminal = root.terminal();
        if (root.json()) {
            terminal.out().println(ImageInfoJson.list(images));
        } else if (images.isEmpty()) {
            terminal.err().println("No images. Share one with: vitrinectl share FILE.png");
        } else {
            ImageTable.lines(images, terminal.colour()).forEach(terminal.out()::println);
        }
    }
}
