package org.vitrine.gpu.egl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.fd.Fd;

/**
 * Imports each buffer once, however often it is asked for: an image's buffers come round and round.
 *
 * <p>A buffer is recognized by its storage and layout, not by its descriptor. It stays imported as long as somebody
 * holds it. Used on the context's thread.
 */
public final class ImportCache extends EglResource {
    private final int mostBuffers;
    private final Function<Buffer<? extends Fd>, DmaBufTexture> importer;
    private final Map<BufferIdentity, Held> imported = new HashMap<>();

    /**
     * Makes an empty cache.
     *
     * @param mostBuffers how many different buffers may be imported at once, 1 or more
     */
    public static ImportCache create(EglContext context, int mostBuffers) {
        return new ImportCache(context, mostBuffers, buffer -> DmaBufTexture.importFrom(context, buffer));
    }

    private ImportCache(EglContext context, int mostBuffers, Function<Buffer<? extends Fd>, DmaBufTexture> importer) {
        super(context);
        if (mostBuffers < 1) {
            throw new IllegalArgumentException("A cache has room for at least one buffer");
        }
        this.mostBuffers = mostBuffers;
        this.importer = importer;
    }

    /**
     * Returns the texture of a buffer, imported now if it is not yet.
     *
     * @param buffer stays the caller's, who may close it right after
     * @return the caller's to close; the texture goes with the last that holds it
     * @throws VitrineException LIMITS_EXCEEDED if the cache is full of buffers that are held; else as
     *     {@link DmaBufTexture#importFrom(EglContext, Buffer)}
     */
    public CachedTexture acquire(Buffer<? extends Fd> buffer) {
        requireUsable();
        BufferIdentity identity = BufferIdentity.of(buffer);
        Held held = imported.get(identity);
        if (held == null) {
            held = new Held(identity, importNew(buffer));
            imported.put(identity, held);
        }
        held.holders++;
        return new CachedTexture(held);
    }

    private DmaBufTexture importNew(Buffer<? extends Fd> buffer) {
        if (imported.size() == mostBuffers) {
            throw new VitrineException(
                    ErrorName.LIMITS_EXCEEDED,
                    "All " + mostBuffers + " buffers that may be imported at once are in use. Close one first");
        }
        return importer.apply(buffer);
    }

    /** Returns how many buffers are imported. */
    public int size() {
        return imported.size();
    }

    @Override
    void release() {
        List<Held> left = List.copyOf(imported.values());
        imported.clear();
        left.forEach(held -> held.texture.close());
    }

    private final class Held {
        private final BufferIdentity identity;
        private final DmaBufTexture texture;
        private int holders;

        Held(BufferIdentity identity, DmaBufTexture texture) {
            this.identity = identity;
            this.texture = texture;
        }

        void letGo() {
            holders--;
            if (holders == 0 && imported.remove(identity, this)) {
                texture.close();
            }
        }
    }

    /** Holds an imported buffer of a cache, until closed. */
    public static final class CachedTexture implements AutoCloseable {
        private @Nullable Held held;

        private CachedTexture(Held held) {
            this.held = held;
        }

        /**
         * Returns the texture.
         *
         * @throws IllegalStateException if this, the cache or the context is closed
         */
        public GlTexture texture() {
            return held().texture.texture();
        }

        private Held held() {
            Held present = held;
            if (present == null) {
                throw new IllegalStateException("The cached texture is closed");
            }
            return present;
        }

        /**
         * Lets go.
         *
         * @throws IllegalStateException if it is closed already
         */
        @Override
        public void close() {
            Held present = held();
            held = null;
            present.letGo();
        }
    }
}
