package org.vitrine.cli.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Shows pictures on a terminal by way of {@code chafa}. */
public final class TerminalPicture {
    /** Says how to get what is needed. */
    public static final String HOW_TO_GET_IT = "To see pictures here: apt install chafa";

    private static final int SECONDS = 10;

    private TerminalPicture() {}

    /**
     * Shows a picture on this process's own standard output. Blocks until it is drawn.
     *
     * @return whether it could
     */
    public static boolean show(Path png) {
        try {
            Process chafa = new ProcessBuilder("chafa", "--size=80x24", png.toString())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!chafa.waitFor(SECONDS, TimeUnit.SECONDS)) {
                chafa.destroyForcibly();
                return false;
            }
            return chafa.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Shows a picture that is in no file. */
    public static boolean show(Picture picture) throws IOException {
        Path file = Files.createTempFile("vitrine-", ".png");
        try {
            PictureFile.writePng(picture, file);
            return show(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
