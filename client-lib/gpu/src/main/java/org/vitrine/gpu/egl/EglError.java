package org.vitrine.gpu.egl;

/** Names the errors of EGL. Source of the codes: {@code EGL/egl.h} and {@code EGL/eglext.h} of Khronos. */
public enum EglError {
    EGL_SUCCESS(0x3000),
    EGL_NOT_INITIALIZED(0x3001),
    EGL_BAD_ACCESS(0x3002),
    EGL_BAD_ALLOC(0x3003),
    EGL_BAD_ATTRIBUTE(0x3004),
    EGL_BAD_CONFIG(0x3005),
    EGL_BAD_CONTEXT(0x3006),
    EGL_BAD_CURRENT_SURFACE(0x3007),
    EGL_BAD_DISPLAY(0x3008),
    EGL_BAD_MATCH(0x3009),
    EGL_BAD_NATIVE_PIXMAP(0x300a),
    EGL_BAD_NATIVE_WINDOW(0x300b),
    EGL_BAD_PARAMETER(0x300c),
    EGL_BAD_SURFACE(0x300d),
    EGL_CONTEXT_LOST(0x300e),
    EGL_BAD_DEVICE_EXT(0x322b),
    /** A code that this list lacks. */
    UNKNOWN(0);

    private final int code;

    EglError(int code) {
        this.code = code;
    }

    /** Finds the name of a code, or {@link #UNKNOWN}. */
    public static EglError ofCode(int code) {
        for (EglError error : values()) {
            if (error.code == code) {
                return error;
            }
        }
        return UNKNOWN;
    }
}
