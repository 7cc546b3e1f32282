package org.vitrine.gpu.egl;

import org.lwjgl.egl.EGL10;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/** Says which call of EGL failed, with which error, and what to try. */
public final class EglException extends VitrineException {
    private static final long serialVersionUID = 1L;

    private final EglError eglError;

    EglException(ErrorName name, String call, EglError error, String hint) {
        super(name, call + ": " + error + ". " + hint);
        this.eglError = error;
    }

    /** Makes the exception of this thread's last call. */
    static EglException ofLastCall(String call, String hint) {
        return new EglException(ErrorName.NOT_SUPPORTED, call, EglError.ofCode(EGL10.eglGetError()), hint);
    }

    /** Returns EGL's own error. */
    public EglError eglError() {
        return eglError;
    }
}
