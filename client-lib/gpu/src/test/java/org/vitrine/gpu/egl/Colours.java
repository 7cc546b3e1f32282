package org.vitrine.gpu.egl;

import static org.lwjgl.opengles.GLES20.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengles.GLES20.GL_SCISSOR_TEST;

import org.lwjgl.opengles.GLES20;

/** Draws a picture in which every pixel has a colour of its own, and knows what it must look like. */
final class Colours {
    private static final float WHITE = 255;

    private Colours() {}

    /** Draws by clearing one pixel after the other: exact on every driver. At most 64 x 64 pixels. */
    static void draw(Framebuffer target) {
        target.bind();
        GLES20.glEnable(GL_SCISSOR_TEST);
        for (int y = 0; y < target.texture().heightPixels(); y++) {
            for (int x = 0; x < target.texture().widthPixels(); x++) {
                GLES20.glScissor(x, y, 1, 1);
                GLES20.glClearColor(red(x) / WHITE, green(y) / WHITE, blue(x, y) / WHITE, 1);
                GLES20.glClear(GL_COLOR_BUFFER_BIT);
            }
        }
        GLES20.glDisable(GL_SCISSOR_TEST);
        GLES20.glFinish();
    }

    /** Returns the picture as {@link Framebuffer#readPixels()} must give it. */
    static byte[] expected(int widthPixels, int heightPixels) {
        byte[] pixels = new byte[widthPixels * heightPixels * 4];
        int at = 0;
        for (int y = 0; y < heightPixels; y++) {
            for (int x = 0; x < widthPixels; x++) {
                pixels[at++] = (byte) red(x);
                pixels[at++] = (byte) green(y);
                pixels[at++] = (byte) blue(x, y);
                pixels[at++] = (byte) 0xff;
            }
        }
        return pixels;
    }

    static int red(int x) {
        return x * 4;
    }

    static int green(int y) {
        return y * 4;
    }

    static int blue(int x, int y) {
        return (x * 31 + y * 7) % 256;
    }
}
