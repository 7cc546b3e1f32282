package org.vitrine.gpu.egl;

import static org.lwjgl.opengles.GLES20.GL_INVALID_ENUM;
import static org.lwjgl.opengles.GLES20.GL_INVALID_FRAMEBUFFER_OPERATION;
import static org.lwjgl.opengles.GLES20.GL_INVALID_OPERATION;
import static org.lwjgl.opengles.GLES20.GL_INVALID_VALUE;
import static org.lwjgl.opengles.GLES20.GL_NO_ERROR;
import static org.lwjgl.opengles.GLES20.GL_OUT_OF_MEMORY;

import org.lwjgl.opengles.GLES20;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/** Looks whether OpenGL ES noted an error. */
final class GlErrors {
    private static final int MOST_FLAGS = 16;

    private GlErrors() {}

    /** Forgets errors of earlier calls, which are none of ours. */
    static void forget() {
        for (int i = 0; i < MOST_FLAGS && GLES20.glGetError() != GL_NO_ERROR; i++) {}
    }

    /**
     * Throws if a call failed.
     *
     * @throws VitrineException NOT_SUPPORTED with the call, the error and the hint; LIMITS_EXCEEDED if memory is out
     */
    static void check(String call, String hint) {
        int code = GLES20.glGetError();
        if (code != GL_NO_ERROR) {
            ErrorName name = code == GL_OUT_OF_MEMORY ? ErrorName.LIMITS_EXCEEDED : ErrorName.NOT_SUPPORTED;
            throw new VitrineException(name, call + ": " + nameOf(code) + ". " + hint);
        }
    }

    private static String nameOf(int code) {
        return switch (code) {
            case GL_INVALID_ENUM -> "GL_INVALID_ENUM";
            case GL_INVALID_VALUE -> "GL_INVALID_VALUE";
            case GL_INVALID_OPERATION -> "GL_INVALID_OPERATION";
            case GL_INVALID_FRAMEBUFFER_OPERATION -> "GL_INVALID_FRAMEBUFFER_OPERATION";
            case GL_OUT_OF_MEMORY -> "GL_OUT_OF_MEMORY";
            default -> "error 0x" + Integer.toHexString(code);
        };
    }
}
