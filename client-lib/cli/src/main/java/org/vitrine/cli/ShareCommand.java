package org.vitrine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.cli.picture.Picture;
import org.vitrine.cli.picture.PictureFile;
import org.vitrine.cli.picture.PixelConversion;
import org.vitrine.client.Drawing;
import org.vitrine.client.ImageSpec;
import org.vitrine.client.SharedImage;
import org.vitrine.client.Vitrine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shares a picture from a file. */
@Command(
        name = "share",
        description = "Share a picture until interrupted (Ctrl-C).",
        footer = {
            "",
            "Alpha is passed on as the file has it, not multiplied in.",
            "",
            "Examples:",
            "  vitrinectl share photo.jpg",
            "  vitrinectl share logo.png --title Logo --tag brand --tag small --format ARGB8888"
        })
final class ShareCommand implements Callable<Integer> {
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(2);

    private final RootCommand root;

    @Parameters(paramLabel = "FILE", description = "A PNG or JPEG file.")
    private Path file = Path.of("");

    @Option(names = "--title", paramLabel = "TITLE", description = "What it is called; the file's name if absent.")
    private Optional<String> title = Optional.empty();

    @Option(names = "--tag", paramLabel = "TAG", description = "A word for rules and filters. Can be given repeatedly.")
    private List<String> tags = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "How pixels are stored: a name of drm_fourcc.h such as ARGB8888, RGB565 or NV12."
                    + " Default: ${DEFAULT-VALUE}.",
            defaultValue = "XRGB8888")
    private String format = "XRGB8888";

    ShareCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        PixelConversion conversion = conversion();
        Picture picture = Progress.during(root.terminal(), "Reading " + file, this::read);
        try (Vitrine vitrine = root.connect();
                SharedImage image = vitrine.share(spec(picture))) {
            try (Drawing drawing = image.draw()) {
                conversion.draw(picture, drawing.pixels());
            }
            report(image, picture);
            stay(vitrine, image);
            return ExitCode.OK;
        }
    }

    private PixelConversion conversion() {
        return PixelConversion.find(fourCc())
                .orElseThrow(() -> CommandFailure.usage("vitrinectl can't draw " + format + ".\nIt can draw "
                        + String.join(", ", PixelConversion.formatNames()) + "."));
    }

    private FourCc fourCc() {
        try {
            return FourCc.ofName(format);
        } catch (IllegalArgumentException e) {
            return FourCc.INVALID;
        }
    }

    private Picture read() {
        try {
            if (!Files.exists(file)) {
                throw new NoSuchFileException("there is no such file");
            }
            return PictureFile.read(file);
        } catch (IOException e) {
            throw CommandFailure.refused(
                    "Can't share " + file + ": " + e.getMessage() + ".\nGive it a PNG or JPEG file that you can read.");
        }
    }

    private ImageSpec spec(Picture picture) {
        Path name = Optional.ofNullable(file.getFileName()).orElse(file);
        return ImageSpec.of(title.orElse(name.toString()), picture.widthPixels(), picture.heightPixels())
                .withFormat(DrmFormat.linear(fourCc()))
                .withTags(tags)
                .withBuffers(1);
    }

    private void report(SharedImage image, Picture picture) {
        String path = image.id().path().value();
        String line = root.json()
                ? Json.object(json -> {
                    json.writeNumberField("id", image.id().serial());
                    json.writeStringField("path", path);
                    json.writeNumberField("width", picture.widthPixels());
                    json.writeNumberField("height", picture.heightPixels());
                    json.writeStringField("format", DrmFormat.linear(fourCc()).toString());
                })
                : "Sharing image " + image.id() + " (" + path + "), " + picture.widthPixels() + "×"
                        + picture.heightPixels() + " " + format;
        root.terminal().out().println(line);
        root.terminal().out().flush();
        if (root.terminal().interactive()) {
            root.terminal().err().println("Press Ctrl-C to stop.");
        }
    }

    /** Waits for an interrupt; notices if the broker goes. */
    private static void stay(Vitrine vitrine, SharedImage image) throws InterruptedException {
        while (true) {
            Thread.sleep(CHECK_INTERVAL);
            vitrine.describe(image.id());
        }
    }
}
