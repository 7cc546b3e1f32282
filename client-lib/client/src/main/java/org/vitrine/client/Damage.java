package org.vitrine.client;

/**
 * Bounds what changed in a frame.
 *
 * @param xPixels from the left edge
 * @param yPixels from the top edge
 * @param widthPixels of the rectangle
 * @param heightPixels of the rectangle
 */
public record Damage(long xPixels, long yPixels, long widthPixels, long heightPixels) {}
