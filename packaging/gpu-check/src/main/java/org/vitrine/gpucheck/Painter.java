package org.vitrine.gpucheck;

import java.util.Optional;
import java.util.function.Consumer;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.FourCc;
import org.vitrine.cli.picture.PixelConversion;
import org.vitrine.client.AllocatedBuffer;
import org.vitrine.client.BufferAllocator;
import org.vitrine.client.DriverBuffer;
import org.vitrine.client.PixelAccess;
import org.vitrine.client.Pixels;
import org.vitrine.fd.BorrowedFd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.gpu.device.Exporter;
import org.vitrine.gpu.egl.EglRenderTarget;
import org.vitrine.gpu.egl.Framebuffer;
import org.vitrine.gpu.egl.GlTexture;
import org.vitrine.gpu.egl.TextureExport;
import org.vitrine.gpu.vulkan.VulkanBuffer;

/** Draws the pattern with what an exporter's buffers are for: the processor, OpenGL ES or Vulkan. */
final class Painter {
    private Painter() {}

    /** Makes buffers that have the pattern in them. */
    static BufferAllocator paintingWith(Exporter exporter) {
        return switch (exporter.system()) {
            case MEMFD, UDMABUF, DMA_HEAP, DRM -> painting(exporter, Painter::byProcessor);
            case GBM -> painting(exporter, buffer -> byGl(exporter.device(), buffer.buffer()));
            case EGL -> spec -> DriverBuffer.take(spec, texture(exporter.device()));
            case VULKAN -> painting(exporter, buffer -> byVulkan((VulkanBuffer) buffer));
        };
    }

    private static BufferAllocator painting(Exporter exporter, Consumer<AllocatedBuffer> painter) {
        return spec -> {
            AllocatedBuffer made = exporter.allocator().allocate(spec);
            painter.accept(made);
            return made;
        };
    }

    /** Draws into a texture, and exports that. */
    private static Buffer<OwnedFd> texture(Optional<String> node) {
        try (Gl gl = Gl.on(node);
                GlTexture texture = GlTexture.ofColours(gl.context(), Pattern.WIDTH, Pattern.HEIGHT);
                Framebuffer target = Framebuffer.over(texture)) {
            fillEachPixel(target);
            return TextureExport.export(texture);
        }
    }

    private static void byProcessor(AllocatedBuffer buffer) {
        try (PixelAccess access = buffer.beginDrawing()) {
            draw(access.pixels());
        }
    }

    private static void draw(Pixels pixels) {
        FourCc fourCc = pixels.format().fourCc();
        PixelConversion.find(fourCc).orElseThrow().draw(Pattern.picture(), pixels);
    }

    /** Vulkan copies the picture from a buffer of ordinary memory that has the same format. */
    private static void byVulkan(VulkanBuffer buffer) {
        Pixels pixels;
        try (PixelAccess access = buffer.beginDrawing()) {
            pixels = access.pixels().copy();
        }
        draw(pixels);
        buffer.image().draw(pixels);
    }

    private static void byGl(Optional<String> node, Buffer<BorrowedFd> buffer) {
        try (Gl gl = Gl.on(node);
                EglRenderTarget target = EglRenderTarget.over(gl.context(), buffer)) {
            fillEachPixel(target.framebuffer());
        }
    }

    private static void fillEachPixel(Framebuffer target) {
        for (int y = 0; y < Pattern.HEIGHT; y++) {
            for (int x = 0; x < Pattern.WIDTH; x++) {
                target.fill(x, y, 1, 1, Pattern.argb(x, y));
            }
        }
        target.finish();
    }
}
