package org.vitrine.cli.picture;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.ImageIO;

/** Reads PNG and JPEG files, and writes PNG files. */
public final class PictureFile {
    private PictureFile() {}

    /**
     * Reads a picture. Channels of more than 8 bits are cut to 8.
     *
     * @throws IOException if the file can't be read, or is no picture
     */
    public static Picture read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        }
        if (Files.exists(file) && !Files.isReadable(file)) {
            throw new IOException("it may not be read by you");
        }
        BufferedImage image = ImageIO.read(file.toFile());
        if (image == null) {
            throw new IOException("not a PNG or JPEG picture");
        }
        int width = image.getWidth();
        int height = image.getHeight();
        boolean alpha = image.getColorModel().hasAlpha();
        int[] argb = isGray(image) ? gray(image) : image.getRGB(0, 0, width, height, null, 0, width);
        return new Picture(width, height, alpha, argb);
    }

    /**
     * Writes a PNG file, all or nothing: what was there before stays until the new one is complete.
     *
     * @throws IOException if it can't be written
     */
    public static void writePng(Picture picture, Path file) throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new IOException("it is a folder");
        }
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("there is no folder " + folder);
        }
        Path partial = folder.resolve(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            ImageIO.write(buffered(picture), "png", partial.toFile());
            Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static BufferedImage buffered(Picture picture) {
        int type = picture.alpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage image = new BufferedImage(picture.widthPixels(), picture.heightPixels(), type);
        image.setRGB(0, 0, picture.widthPixels(), picture.heightPixels(), picture.argb(), 0, picture.widthPixels());
        return image;
    }

    private static boolean isGray(BufferedImage image) {
        return image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    }

    /** Reads the stored numbers: {@code getRGB} would take them for linear light and brighten them. */
    private static int[] gray(BufferedImage image) {
        Raster raster = image.getRaster();
        int width = image.getWidth();
        boolean alpha = image.getColorModel().hasAlpha();
        int[] argb = new int[Math.multiplyExact(width, image.getHeight())];
        for (int i = 0; i < argb.length; i++) {
            int value = sample(raster, i % width, i / width, 0);
            int opacity = alpha ? sample(raster, i % width, i / width, 1) : 255;
            argb[i] = opacity << 24 | value << 16 | value << 8 | value;
        }
        return argb;
    }

    private static int sample(Raster raster, int x, int y, int band) {
        int bits = raster.getSampleModel().getSampleSize(band);
        int max = (1 << bits) - 1;
        return (int) ((raster.getSample(x, y, band) * 255L + max / 2) / max);
    }
}
