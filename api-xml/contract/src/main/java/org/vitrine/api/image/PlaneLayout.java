package org.vitrine.api.image;

/**
 * Sizes one plane of a pixel format in the linear layout.
 *
 * <p>A plane is stored as rows of blocks. A block is the smallest piece with a whole number of bytes, mostly one pixel;
 * a format of four bits a pixel has blocks of one byte and 2×1 pixels. Widths and heights given to the methods are
 * those of the whole image and must be 1 … 2^31−1; no result overflows then.
 *
 * @param bytesPerBlock bytes of one block, at least 1
 * @param blockWidthPixels pixels of this plane in a block, across
 * @param blockHeightPixels pixels of this plane in a block, down
 * @param horizontalSubsampling pixels of the image for one of this plane, across
 * @param verticalSubsampling pixels of the image for one of this plane, down
 */
public record PlaneLayout(
        int bytesPerBlock,
        int blockWidthPixels,
        int blockHeightPixels,
        int horizontalSubsampling,
        int verticalSubsampling) {

    public PlaneLayout {
        requireSmall(bytesPerBlock);
        requireSmall(blockWidthPixels);
        requireSmall(blockHeightPixels);
        requireSmall(horizontalSubsampling);
        requireSmall(verticalSubsampling);
    }

    /** Returns how many bytes one row of blocks needs. */
    public long rowBytes(int imageWidthPixels) {
        long planeWidthPixels = Math.ceilDiv((long) imageWidthPixels, horizontalSubsampling);
        return Math.ceilDiv(planeWidthPixels, blockWidthPixels) * bytesPerBlock;
    }

    /** Returns how many rows of blocks the plane has. */
    public long blockRows(int imageHeightPixels) {
        long planeHeightPixels = Math.ceilDiv((long) imageHeightPixels, verticalSubsampling);
        return Math.ceilDiv(planeHeightPixels, blockHeightPixels);
    }

    /**
     * Returns the least stride with which rows don't run into each other.
     *
     * <p>A stride counts the bytes of one line of pixels, so a row of blocks takes as many strides as a block is high:
     * the rule of the kernel's {@code drm_format_info_min_pitch()}.
     */
    public long minimumStrideBytes(int imageWidthPixels) {
        return Math.ceilDiv(rowBytes(imageWidthPixels), blockHeightPixels);
    }

    /** Returns the bytes from the plane's first to after its last pixel if no row is padded. */
    public long packedBytes(int imageWidthPixels, int imageHeightPixels) {
        return Math.multiplyExact(rowBytes(imageWidthPixels), blockRows(imageHeightPixels));
    }

    /**
     * Returns the bytes from the plane's first to after its last pixel. Padding after the last row is not counted.
     *
     * @param strideBytes at least {@link #minimumStrideBytes}, at most 2^32−1
     */
    public long extentBytes(int imageWidthPixels, int imageHeightPixels, long strideBytes) {
        long rowStepBytes = Math.multiplyExact(strideBytes, blockHeightPixels);
        long lastRowBytes = Math.multiplyExact(rowStepBytes, blockRows(imageHeightPixels) - 1);
        return Math.addExact(lastRowBytes, rowBytes(imageWidthPixels));
    }

    private static void requireSmall(int value) {
        if (value < 1 || value > 64) {
            throw new IllegalArgumentException("Sizes of a plane layout are 1 to 64");
        }
    }
}
