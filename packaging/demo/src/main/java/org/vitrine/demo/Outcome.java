package org.vitrine.demo;

import java.util.Map;
import org.vitrine.demo.troupe.DemoFailure;
import org.vitrine.demo.troupe.Report;

/**
 * Judges what both ends reported, independently of each other.
 *
 * @param shared what the producer found of its buffers
 * @param first what the consumer found of the first frame
 * @param watched how many frames the consumer saw
 * @param finished what the consumer found in the last frame
 * @param number what the producer wrote into the last frame after hand-over, see {@link Marker}
 */
record Outcome(Report shared, Report first, Report watched, Report finished, int number) {
    private static final long PIXEL_BYTES = 4;

    long producerInode() {
        return shared.number("inode" + finished.number("index"));
    }

    long consumerInode() {
        return finished.number("inode");
    }

    long numberSeen() {
        return finished.number("marker");
    }

    /** Returns 0 if the consumer saw what was written after hand-over, else the size of a picture. */
    long bytesCopied() {
        return numberSeen() == number ? 0 : first.number("width") * first.number("height") * PIXEL_BYTES;
    }

    Report report(String bus, String broker) {
        Report report = new Report(Map.of());
        for (String key : new String[] {"format", "width", "height", "planes", "buffers", "storage", "exp_name"}) {
            report = report.with(key, first.value(key));
        }
        return report.with("made_by", shared.text("made_by"))
                .with("seals", shared.text("seals"))
                .with("producer_inode", producerInode())
                .with("consumer_inode", consumerInode())
                .with("bytes_copied", bytesCopied())
                .with("frames_seen", watched.number("frames_seen"))
                .with("frames_skipped", watched.number("frames_skipped"))
                .with("frames_right", watched.number("frames_right"))
                .with("frames_overtaken", watched.number("frames_overtaken"))
                .with("last_frame", finished.number("frame"))
                .with("wrong_pixels", finished.number("wrong_pixels"))
                .with("first_frame_ms", first.number("first_frame_ms"))
                .with("bus", bus)
                .with("broker", broker);
    }

    /** Throws a DemoFailure that says what is not as it should. */
    void requireRight() {
        require(producerInode() == consumerInode(), "The two processes look at different memory");
        require(first.text("exp_name").equals(shared.text("exp_name")), "The two see different exporters");
        require(bytesCopied() == 0, "The consumer has a copy of the picture");
        require(finished.number("wrong_pixels") == 0, "The last frame has wrong pixels");
        require(finished.number("frame") > 1, "The picture does not move");
        long judged = watched.number("frames_seen") - watched.number("frames_overtaken");
        require(watched.number("frames_right") == judged, "Some frames had a wrong pattern");
        require(judged > 0, "The machine is too slow: each frame was drawn over before it was looked at");
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new DemoFailure(otherwise + ": " + report("", "").json(false));
        }
    }
}
