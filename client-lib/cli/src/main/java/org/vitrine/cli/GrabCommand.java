package org.vitrine.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vitrine.cli.picture.Picture;
import org.vitrine.cli.picture.PictureFile;
import org.vitrine.client.ImageInfo;
import org.vitrine.client.Vitrine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Saves an image's latest frame. */
@Command(
        name = "grab",
        description = "Save an image's latest frame as a PNG file, pixel by pixel.",
        footer = {
            "",
            "Examples:",
            "  vitrinectl grab 3 -o out.png",
            "  vitrinectl grab 'Screen 1' --output screen.png --json"
        })
final class GrabCommand implements Callable<Integer> {
    private final RootCommand root;

    @Parameters(paramLabel = "IMAGE", description = "An id, an object path, or a title that only one image has.")
    private String image = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "Where to write the PNG. A file that is there is replaced.")
    private Path output = Path.of("");

    GrabCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Vitrine vitrine = root.connect()) {
            ImageInfo info = ImageArgument.find(vitrine, image);
            Grabbed grabbed = Progress.during(
                    root.terminal(), "Waiting for image " + info.id(), () -> Grabbed.from(vitrine, info.id()));
            write(grabbed.picture());
            report(info, grabbed);
            return ExitCode.OK;
        }
    }

    private void write(Picture picture) {
        try {
            PictureFile.writePng(picture, output);
        } catch (IOException e) {
            throw CommandFailure.refused(
                    "Can't write " + output + ": " + e.getMessage() + ".\nChoose another file with -o.");
        }
    }

    private void report(ImageInfo info, Grabbed grabbed) {
        Picture picture = grabbed.picture();
        String format = grabbed.format().toString();
        root.terminal()
                .out()
                .println(
                        root.json()
                                ? Json.object(json -> {
                                    json.writeNumberField("id", info.id().serial());
                                    json.writeStringField("file", output.toString());
                                    json.writeNumberField("width", picture.widthPixels());
                                    json.writeNumberField("height", picture.heightPixels());
                                    json.writeStringField("format", format);
                                    json.writeNumberField("generation", grabbed.generation());
                                    json.writeNumberField("sequence", grabbed.sequence());
                                })
                                : output + ": frame " + grabbed.sequence() + " of image " + info.id() + ", "
                                        + picture.widthPixels() + "×" + picture.heightPixels() + " " + format);
    }
}
