package org.vitrine.gpucheck;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vitrine.api.error.VitrineException;
import org.vitrine.client.ImageId;
import org.vitrine.client.OpenedImage;
import org.vitrine.client.PixelMapping;
import org.vitrine.client.Pixels;
import org.vitrine.client.Vitrine;
import org.vitrine.fd.DmaBufFd;
import org.vitrine.fd.InspectedFd;
import org.vitrine.fd.OtherMemfd;
import org.vitrine.fd.RefusedFd;
import org.vitrine.fd.SealedMemfd;
import org.vitrine.gpu.device.Devices;
import org.vitrine.gpu.device.Importer;

/**
 * The consumer, in a process of its own. Its first line names its importers; then it reads lines {@code IMAGE IMPORTER}
 * and answers each with one line: how many pixels differ and the storage's inode, or why it was not imported.
 */
final class RoadConsumer {
    static final String PROCESSOR = "mmap";

    private final Vitrine vitrine;
    private final List<Importer> importers;

    private RoadConsumer(Vitrine vitrine, List<Importer> importers) {
        this.vitrine = vitrine;
        this.importers = importers;
    }

    public static void main(String[] args) throws IOException {
        try (Devices devices = Devices.find();
                Vitrine vitrine = Vitrine.connect();
                BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            RoadConsumer consumer = new RoadConsumer(vitrine, devices.importers());
            say(PROCESSOR + " "
                    + String.join(
                            " ",
                            devices.importers().stream().map(Importer::name).toList()));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                say(consumer.look(new ImageId(Long.parseLong(words[0])), words[1]));
            }
        }
    }

    private String look(ImageId id, String importer) {
        try (OpenedImage image = vitrine.open(id)) {
            int wrong = Pattern.wrongPixels(read(image, importer));
            return answer(wrong, inodeOf(image.storage(0)));
        } catch (VitrineException e) {
            return RoadTable.REFUSED + e.name() + ": " + e.text().replace('\n', ' ');
        }
    }

    /** Returns what tells one memory from another; the same number in every process. */
    static long inodeOf(InspectedFd storage) {
        return switch (storage) {
            case DmaBufFd dmaBuf -> dmaBuf.inode();
            case SealedMemfd memfd -> memfd.inode();
            case OtherMemfd _, RefusedFd _ -> throw new IllegalStateException("no storage of a picture: " + storage);
        };
    }

    static String answer(int wrongPixels, long inode) {
        return wrongPixels + " pixels differ, inode " + inode;
    }

    private Pixels read(OpenedImage image, String name) {
        if (name.equals(PROCESSOR)) {
            try (PixelMapping mapping = image.map()) {
                return mapping.pixels().copy();
            }
        }
        return importers.stream()
                .filter(importer -> importer.name().equals(name))
                .findFirst()
                .orElseThrow()
                .reader()
                .read(image.buffer());
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
