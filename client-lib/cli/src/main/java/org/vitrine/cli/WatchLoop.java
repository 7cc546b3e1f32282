package org.vitrine.cli;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.vitrine.client.ImageFilter;
import org.vitrine.client.ImageId;
import org.vitrine.client.ImageInfo;
import org.vitrine.client.ImageListener;
import org.vitrine.client.Vitrine;
import org.vitrine.wire.Subscription;

/** Tells of the images that are there, and of every one that comes, changes or goes. */
final class WatchLoop {
    /** How often the broker is asked whether it is still there. */
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(2);

    private final RootCommand root;
    private final Vitrine vitrine;
    private final ImageFilter filter;
    private final BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
    private final Set<ImageId> told = new HashSet<>();

    private sealed interface Change permits Present, Gone {}

    private record Present(ImageInfo image) implements Change {}

    private record Gone(ImageId image) implements Change {}

    WatchLoop(RootCommand root, Vitrine vitrine, ImageFilter filter) {
        this.root = root;
        this.vitrine = vitrine;
        this.filter = filter;
    }

    /** Goes on until this thread is interrupted or the broker is gone. */
    void run() throws InterruptedException {
        try (Subscription _ = vitrine.watch(new Queueing())) {
            vitrine.images(filter).forEach(this::present);
            while (true) {
                Change change = changes.poll(CHECK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
                switch (change) {
                    case null -> vitrine.images(filter);
                    case Present(ImageInfo image) -> changed(image);
                    case Gone(ImageId image) -> gone(image);
                }
            }
        }
    }

    private void changed(ImageInfo image) {
        boolean wanted = told.contains(image.id()) || matches(image);
        if (wanted) {
            present(image);
        }
    }

    /** Lets the broker decide what a glob means. */
    private boolean matches(ImageInfo image) {
        List<ImageInfo> matching = vitrine.images(filter);
        return matching.stream().anyMatch(other -> other.id().equals(image.id()));
    }

    private void present(ImageInfo image) {
        String event = told.add(image.id()) ? "added" : "changed";
        if (root.json()) {
            print(Json.object(json -> {
                json.writeStringField("event", event);
                json.writeObjectFieldStart("image");
                ImageInfoJson.write(json, image);
                json.writeEndObject();
            }));
        } else {
            print("%-7s  %s".formatted(event, ImageTable.summary(image)));
        }
    }

    private void gone(ImageId image) {
        if (!told.remove(image)) {
            return;
        }
        if (root.json()) {
            print(Json.object(json -> {
                json.writeStringField("event", "removed");
                json.writeNumberField("id", image.serial());
            }));
        } else {
            print("removed  " + image);
        }
    }

    private void print(String line) {
        root.terminal().out().println(line);
        root.terminal().out().flush();
    }

    /** Hands what it hears to the command's own thread. */
    private final class Queueing implements ImageListener {
        @Override
        public void added(ImageInfo image) {
            changes.add(new Present(image));
        }

        @Override
        public void changed(ImageInfo image) {
            changes.add(new Present(image));
        }

        @Override
        public void removed(ImageId image) {
            changes.add(new Gone(image));
        }
    }
}
