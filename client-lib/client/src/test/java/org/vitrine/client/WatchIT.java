package org.vitrine.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.fd.LeakCheck;
import org.vitrine.wire.Subscription;

@ExtendWith(LeakCheck.class)
class WatchIT {
    @RegisterExtension
    static final PortalFixture FIXTURE = new PortalFixture();

    @Test
    void listsWhatFitsTheFilter() {
        Vitrine producer = FIXTURE.connect();
        producer.share(ImageSpec.of("One", 4, 3).withTags(List.of("a", "b")));
        producer.share(ImageSpec.of("Two", 8, 6));

        List<ImageInfo> found = FIXTURE.connect().images(ImageFilter.titled("O*"));

        assertThat(found).singleElement().satisfies(info -> {
            assertThat(info.title()).isEqualTo("One");
            assertThat(info.tags()).containsExactly("a", "b");
            assertThat(info.widthPixels()).isEqualTo(4);
            assertThat(info.heightPixels()).isEqualTo(3);
            assertThat(info.format()).contains(DrmFormat.linear(FourCc.XRGB8888));
            assertThat(info.buffers()).isEqualTo(3);
        });
        assertThat(FIXTURE.connect().images(ImageFilter.ALL)).hasSize(2);
    }

    @Test
    void hearsOfNewImagesUntilItIsClosed() throws InterruptedException {
        List<String> added = new CopyOnWriteArrayList<>();
        Vitrine watcher = FIXTURE.connect();
        Vitrine producer = FIXTURE.connect();
        try (Subscription first = watcher.watch(listener(added))) {
            Subscription second = watcher.watch(listener(new CopyOnWriteArrayList<>()));
            second.close();
            producer.share(ImageSpec.of("New", 4, 3));
            Eventually.isTrue(() -> added.contains("New"));
            assertThat(first).isNotSameAs(second);
        }
        Eventually.isTrue(() -> FIXTURE.portal().watcherCount() == 0);
    }

    private static ImageListener listener(List<String> added) {
        return new ImageListener() {
            @Override
            public void added(ImageInfo image) {
                added.add(image.title());
            }

            @Override
            public void changed(ImageInfo image) {}

            @Override
            public void removed(ImageId image) {}
        };
    }
}
