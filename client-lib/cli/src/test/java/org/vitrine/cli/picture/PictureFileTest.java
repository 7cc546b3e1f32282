package org.vitrine.cli.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PictureFileTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void readsGreyAsItIsStored() throws IOException {
        BufferedImage grey = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < 256; x++) {
            grey.getRaster().setSample(x, 0, 0, x);
        }
        Path file = folder.resolve("grey.png");
        ImageIO.write(grey, "png", file.toFile());

        Picture picture = PictureFile.read(file);

        assertThat(picture.pixel(100, 0)).isEqualTo(0xFF646464);
        assertThat(picture.pixel(255, 0)).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void saysThatATextIsNoPicture() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "no picture");

        assertThatThrownBy(() -> PictureFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("PNG");
    }

    @Test
    void saysThatAFolderIsNoPicture() {
        assertThatThrownBy(() -> PictureFile.read(folder)).hasMessage("it is a folder");
    }

    @Test
    void leavesNothingBehindWhereItCannotWrite() throws IOException {
        Picture picture = new Picture(1, 1, false, new int[] {0xFF000000});

        assertThatThrownBy(() -> PictureFile.writePng(picture, folder)).hasMessageContaining("folder");
        assertThatThrownBy(() -> PictureFile.writePng(picture, folder.resolve("none/a.png")))
                .hasMessageContaining("no folder");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }
}
