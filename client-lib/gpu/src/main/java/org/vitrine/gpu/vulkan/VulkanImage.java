package org.vitrine.gpu.vulkan;

import static org.lwjgl.system.MemoryStack.stackPush;
import static org.lwjgl.vulkan.VK10.VK_IMAGE_ASPECT_COLOR_BIT;
import static org.lwjgl.vulkan.VK10.VK_IMAGE_LAYOUT_GENERAL;
import static org.lwjgl.vulkan.VK10.vkCmdClearColorImage;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.vulkan.VkClearColorValue;
import org.lwjgl.vulkan.VkCommandBuffer;
import org.lwjgl.vulkan.VkImageSubresourceRange;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.client.Pixels;
import org.vitrine.fd.BorrowedFd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.Poll;

/**
 * Holds an image in the memory of a dma-buf, made here or imported, until closed.
 *
 * <p>Each call waits for other devices' work on the buffer that the kernel knows of (up to ten seconds), and returns
 * when the device is done. So whoever is told of the picture afterwards need not wait. One call at a time; closing from
 * another thread meanwhile is a mistake.
 */
public final class VulkanImage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final VulkanDevice device;
    private final VulkanModifier modifier;
    private final long image;
    private final OwnedFd storage;
    private final Buffer<BorrowedFd> buffer;
    private final Undo made;
    private final Handover handover;
    private final AtomicBoolean closed = new AtomicBoolean();

    VulkanImage(
            VulkanDevice device,
            VulkanModifier modifier,
            long image,
            OwnedFd storage,
            Buffer<BorrowedFd> buffer,
            Undo made) {
        this.device = device;
        this.modifier = modifier;
        this.image = image;
        this.storage = storage;
        this.buffer = buffer;
        this.made = made;
        this.handover = new Handover(image, device.queue().family());
    }

    /** Returns the buffer. Its descriptor is this image's own, and closed with it. */
    public Buffer<BorrowedFd> buffer() {
        return buffer;
    }

    /** Returns what the device can do with the image. */
    public VulkanModifier modifier() {
        return modifier;
    }

    /** Returns the {@code VkImage} for those who draw with Vulkan themselves; destroyed with this object. */
    public long handle() {
        return image;
    }

    /**
     * Runs your own commands on the image, and returns when the device is done. The image is in
     * {@code VK_IMAGE_LAYOUT_GENERAL} and must be left in it.
     *
     * @param recording adds commands that use {@link #handle()}
     * @throws VitrineException TIMEOUT if another device doesn't finish with the buffer, and errors of the driver
     */
    public void run(Consumer<VkCommandBuffer> recording) {
        work(Poll.Event.WRITABLE, recording);
    }

    /**
     * Fills the image with one colour.
     *
     * @param red 0 to 1, as the others; kept as such, whatever the format's colour space
     * @throws VitrineException NOT_SUPPORTED if the format has several planes, and errors of the driver
     */
    public void clear(float red, float green, float blue, float alpha) {
        if (modifier.vulkanFormat().isMultiPlanar()) {
            throw new VitrineException(
                    ErrorName.NOT_SUPPORTED,
                    "Vulkan can't fill images of " + modifier.format() + ": draw a picture into it instead");
        }
        work(Poll.Event.WRITABLE, commands -> {
            try (MemoryStack stack = stackPush()) {
                VkClearColorValue colour = VkClearColorValue.calloc(stack);
                colour.float32().put(0, red).put(1, green).put(2, blue).put(3, alpha);
                VkImageSubresourceRange whole = VkImageSubresourceRange.calloc(stack)
                        .aspectMask(VK_IMAGE_ASPECT_COLOR_BIT)
                        .levelCount(1)
                        .layerCount(1);
                vkCmdClearColorImage(commands, image, VK_IMAGE_LAYOUT_GENERAL, colour, whole);
            }
        });
    }

    /**
     * Copies a picture into the image.
     *
     * @param pixels of the same size and format; stays the caller's
     * @throws VitrineException errors of the driver
     * @throws IllegalArgumentException if size or format are others
     */
    public void draw(Pixels pixels) {
        if (pixels.widthPixels() != buffer.widthPixels()
                || pixels.heightPixels() != buffer.heightPixels()
                || !pixels.format().fourCc().equals(buffer.format().fourCc())) {
            throw new IllegalArgumentException("The picture has another size or format than the image");
        }
        requireOpen();
        PictureCopy copy = PictureCopy.of(buffer);
        try (HostMemory memory = HostMemory.allocate(device.handle(), copy.sizeBytes())) {
            copyRows(pixels, copy.in(memory.segment()));
            work(Poll.Event.WRITABLE, commands -> copy.toImage(commands, memory, image));
        }
    }

    private static void copyRows(Pixels from, Pixels to) {
        for (int i = 0; i < to.planes().size(); i++) {
            for (long row = 0; row < to.planes().get(i).rows(); row++) {
                to.planes().get(i).row(row).copyFrom(from.planes().get(i).row(row));
            }
        }
    }

    /**
     * Copies the image into memory, whatever its arrangement.
     *
     * @return the picture, linear, without padding; its memory is the garbage collector's
     * @throws VitrineException errors of the driver
     */
    public Pixels read() {
        requireOpen();
        PictureCopy copy = PictureCopy.of(buffer);
        try (HostMemory memory = HostMemory.allocate(device.handle(), copy.sizeBytes())) {
            work(Poll.Event.READABLE, commands -> copy.fromImage(commands, image, memory));
            MemorySegment result = Arena.ofAuto().allocate(copy.sizeBytes(), Long.BYTES);
            return copy.in(result.copyFrom(memory.segment()));
        }
    }

    private void work(Poll.Event ready, Consumer<VkCommandBuffer> recording) {
        requireOpen();
        if (!Poll.await(storage, ready, PATIENCE)) {
            throw new VitrineException(
                    ErrorName.TIMEOUT,
                    "Another device is still using the buffer after " + PATIENCE.toSeconds() + " s: try again later");
        }
        device.queue().run(commands -> {
            handover.take(commands);
            recording.accept(commands);
            handover.give(commands);
        });
    }

    private void requireOpen() {
        if (closed.get()) {
            throw new IllegalStateException("The Vulkan image is closed");
        }
    }

    /**
     * Destroys the image and closes its descriptor; others keep what they hold.
     *
     * @throws IllegalStateException if it is closed already
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            throw new IllegalStateException("The Vulkan image is closed already");
        }
        made.close();
    }
}
