package org.vitrine.gpucheck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.api.error.VitrineException;
import org.vitrine.client.SharedImage;
import org.vitrine.client.Vitrine;
import org.vitrine.gpu.device.Exporter;

/** Sends the pattern from this process, by the broker, to another one, from each exporter to each importer. */
final class Roads {
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
        try (SharedImage image = PatternImage.share(vitrine, exporter)) {
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

    private static String verdict(String answer, SharedImage image) {
        long inode = RoadConsumer.inodeOf(image.storage(0));
        return answer.equals(RoadConsumer.answer(0, inode)) ? RoadTable.ARRIVED : answer;
    }
}
