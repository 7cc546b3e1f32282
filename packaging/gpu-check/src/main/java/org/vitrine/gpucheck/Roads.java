package org.vitrine.gpucheck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.client.Drawing;
import org.vitrine.client.ImageSpec;
import org.vitrine.client.SharedImage;
import org.vitrine.client.Vitrine;
import org.vitrine.gpu.device.BufferSystem;
import org.vitrine.gpu.device.Exporter;

/** Sends the pattern from this process, by the broker, to another one, from each exporter to each importer. */
final class Roads {
    private static final String TITLE = "Vitrine demo: GPU check, ";

    private final Vitrine vitrine;
    private final ConsumerProcess consumer;

    Roads(Vitrine vitrine, ConsumerProcess consumer) {
        this.vitrine = vitrine;
        this.consumer = consumer;
    }

    RoadTable takeAll(List<Exporter> exporters) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        exporters.forEach(exporter -> rows.put(exporter.name(), takeAllFrom(exporter)));
        return new RoadTable(consumer.importers(), rows);
    }

    private List<String> takeAllFrom(Exporter exporter) {
        ImageSpec spec = ImageSpec.of(TITLE + exporter.name(), Pattern.WIDTH, Pattern.HEIGHT)
                .withFormat(format(exporter))
                .withBuffers(1);
        try (SharedImage image = vitrine.share(spec, Painter.paintingWith(exporter))) {
            publish(image);
            List<String> results = new ArrayList<>();
            for (String importer : consumer.importers()) {
                results.add(verdict(consumer.look(image.id().toString(), importer), image));
            }
            return results;
        } catch (VitrineException notMade) {
            String why =
                    RoadTable.REFUSED + "by the exporter: " + notMade.text().replace('\n', ' ');
            return consumer.importers().stream().map(_ -> why).toList();
        }
    }

    /** EGL exports its textures as they are; all others make the format that most programs draw in. */
    private static DrmFormat format(Exporter exporter) {
        return DrmFormat.linear(exporter.system() == BufferSystem.EGL ? FourCc.ABGR8888 : FourCc.XRGB8888);
    }

    private static void publish(SharedImage image) {
        try (Drawing _ = image.draw()) {
            // the buffer was painted when it was made
        }
    }

    private static String verdict(String answer, SharedImage image) {
        long inode = RoadConsumer.inodeOf(image.storage(0));
        return answer.equals(RoadConsumer.answer(0, inode)) ? RoadTable.ARRIVED : answer;
    }
}
