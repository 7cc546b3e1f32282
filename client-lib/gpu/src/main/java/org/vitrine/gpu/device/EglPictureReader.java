package org.vitrine.gpu.device;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.client.PixelPlane;
import org.vitrine.client.Pixels;
import org.vitrine.fd.BorrowedFd;
import org.vitrine.gpu.egl.DmaBufTexture;
import org.vitrine.gpu.egl.EglContext;
import org.vitrine.gpu.egl.EglDisplay;
import org.vitrine.gpu.egl.Framebuffer;
import org.vitrine.gpu.egl.GlTexture;
import org.vitrine.gpu.egl.TextureCopy;

/** Reads pictures back through EGL, with a context of its own for each: any thread without one may call it. */
final class EglPictureReader implements PictureReader {
    private static final int BYTES_PER_PIXEL = 4;

    private final EglDisplay display;

    EglPictureReader(EglDisplay display) {
        this.display = display;
    }

    @Override
    public Pixels read(Buffer<BorrowedFd> buffer) {
        try (EglContext context = EglContext.create(display);
                DmaBufTexture imported = DmaBufTexture.importFrom(context, buffer)) {
            return pixels(buffer, colours(context, imported.texture()));
        }
    }

    private static byte[] colours(EglContext context, GlTexture texture) {
        return switch (texture.kind()) {
            case PLAIN -> readPixels(texture);
            case EXTERNAL -> {
                try (GlTexture copy = GlTexture.ofColours(context, texture.widthPixels(), texture.heightPixels());
                        Framebuffer target = Framebuffer.over(copy);
                        TextureCopy copier = TextureCopy.of(context, texture.kind())) {
                    copier.draw(texture, target);
                    yield target.readPixels();
                }
            }
        };
    }

    private static byte[] readPixels(GlTexture texture) {
        try (Framebuffer framebuffer = Framebuffer.over(texture)) {
            return framebuffer.readPixels();
        }
    }

    private static Pixels pixels(Buffer<?> buffer, byte[] colours) {
        long rowBytes = (long) BYTES_PER_PIXEL * buffer.widthPixels();
        PixelPlane plane = new PixelPlane(MemorySegment.ofArray(colours), rowBytes, rowBytes, buffer.heightPixels());
        return new Pixels(
                buffer.widthPixels(), buffer.heightPixels(), DrmFormat.linear(FourCc.ABGR8888), List.of(plane));
    }
}
