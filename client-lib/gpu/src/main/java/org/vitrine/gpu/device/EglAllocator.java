package org.vitrine.gpu.device;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.Plane;
import org.vitrine.client.AllocatedBuffer;
import org.vitrine.client.BufferAllocator;
import org.vitrine.client.BufferSpec;
import org.vitrine.client.DriverBuffer;
import org.vitrine.fd.OwnedFd;
import org.vitrine.gpu.egl.EglContext;
import org.vitrine.gpu.egl.EglDisplay;
import org.vitrine.gpu.egl.GlTexture;
import org.vitrine.gpu.egl.TextureExport;

/**
 * Makes buffers of textures, by exporting them. A thread of its own makes each, because the caller's may have a context
 * already.
 */
final class EglAllocator implements BufferAllocator {
    private final EglDisplay display;

    EglAllocator(EglDisplay display) {
        this.display = display;
    }

    @Override
    public AllocatedBuffer allocate(BufferSpec spec) {
        Buffer<OwnedFd> made = onOwnThread(spec);
        DrmFormat format = made.format();
        if (!format.equals(spec.format())) {
            made.planes().stream().map(Plane::fd).forEach(OwnedFd::close);
            throw new VitrineException(
                    ErrorName.NOT_SUPPORTED,
                    "The driver exports its textures as " + format + ", not as " + spec.format()
                            + ". Ask for that, or allocate with GBM");
        }
        return DriverBuffer.take(spec, made);
    }

    private Buffer<OwnedFd> onOwnThread(BufferSpec spec) {
        CompletableFuture<Buffer<OwnedFd>> made = new CompletableFuture<>();
        Thread.ofPlatform().name("vitrine-egl-export").start(() -> {
            try {
                made.complete(export(spec));
            } catch (RuntimeException | Error e) {
                made.completeExceptionally(e);
            }
        });
        try {
            return made.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : e;
        }
    }

    private Buffer<OwnedFd> export(BufferSpec spec) {
        try (EglContext context = EglContext.create(display);
                GlTexture texture = GlTexture.ofColours(context, spec.widthPixels(), spec.heightPixels())) {
            return TextureExport.export(texture);
        }
    }
}
