package org.vitrine.gpu.egl;

import static org.lwjgl.egl.ANDROIDNativeFenceSync.EGL_NO_NATIVE_FENCE_FD_ANDROID;
import static org.lwjgl.egl.ANDROIDNativeFenceSync.EGL_SYNC_NATIVE_FENCE_ANDROID;
import static org.lwjgl.egl.ANDROIDNativeFenceSync.EGL_SYNC_NATIVE_FENCE_FD_ANDROID;
import static org.lwjgl.egl.EGL10.EGL_NONE;

import java.time.Duration;
import java.util.Optional;
import org.lwjgl.opengles.GLES20;
import org.lwjgl.system.JNI;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.Poll;
import org.vitrine.fd.RawFds;

/**
 * Passes fences, as {@code sync_file} descriptors, between what this context draws and everybody else.
 *
 * <p>Where the driver lacks {@code EGL_ANDROID_native_fence_sync}, the processor waits instead. Used on the context's
 * thread.
 *
 * @param context stays the caller's
 */
public record EglFences(EglContext context) {
    private static final String EXTENSION = "EGL_ANDROID_native_fence_sync";
    private static final String HINT = "Call glFinish and share no fence";

    /** Tells whether the driver makes and takes fences, so that the processor need not wait. */
    public boolean areNative() {
        return context.display().has(EXTENSION);
    }

    /**
     * Says when all that was drawn until now is there.
     *
     * @return a fence that is the caller's to close; none if the driver makes none: then this waited for the drawing
     * @throws EglException if the driver fails
     */
    public Optional<OwnedFd> afterDrawing() {
        context.requireUsable();
        if (!areNative()) {
            GLES20.glFinish();
            return Optional.empty();
        }
        long sync = create(EGL_NO_NATIVE_FENCE_FD_ANDROID);
        try {
            GLES20.glFlush();
            int number = JNI.callPPI(context.display().handle(), sync, EglFunction.DUP_NATIVE_FENCE_FD.address());
            if (number < 0) {
                throw EglException.ofLastCall(EglFunction.DUP_NATIVE_FENCE_FD.function(), HINT);
            }
            return Optional.of(RawFds.adopt(number));
        } finally {
            destroy(sync);
        }
    }

    /**
     * Lets what is drawn from now on wait for a fence; where the driver takes none, waits here.
     *
     * @param fence a {@code sync_file}; stays the caller's
     * @param patience how long to wait here at most
     * @throws VitrineException TIMEOUT if that time passed; an {@link EglException} if the driver refuses the fence
     */
    public void await(Fd fence, Duration patience) {
        context.requireUsable();
        if (areNative() && context.display().has("EGL_KHR_wait_sync")) {
            awaitOnGpu(fence);
        } else if (!Poll.await(fence, Poll.Event.READABLE, patience)) {
            throw new VitrineException(
                    ErrorName.TIMEOUT, "The fence did not open in " + patience + ". Drop the frame, or wait longer");
        }
    }

    private void awaitOnGpu(Fd fence) {
        long sync = take(fence.dup());
        try {
            if (JNI.callPPI(context.display().handle(), sync, 0, EglFunction.WAIT_SYNC.address()) == 0) {
                throw EglException.ofLastCall(EglFunction.WAIT_SYNC.function(), HINT);
            }
        } finally {
            destroy(sync);
        }
    }

    /** Makes a sync of a fence, which EGL takes over if it succeeds; closes it if not. */
    private long take(OwnedFd fence) {
        int number = RawFds.release(fence);
        try {
            return create(number);
        } catch (RuntimeException e) {
            RawFds.adopt(number).close();
            throw e;
        }
    }

    private long create(int number) {
        int[] attributes = {EGL_SYNC_NATIVE_FENCE_FD_ANDROID, number, EGL_NONE};
        long sync = JNI.callPPP(
                context.display().handle(),
                EGL_SYNC_NATIVE_FENCE_ANDROID,
                attributes,
                EglFunction.CREATE_SYNC.address());
        if (sync == 0) {
            throw EglException.ofLastCall(EglFunction.CREATE_SYNC.function(), HINT);
        }
        return sync;
    }

    private void destroy(long sync) {
        JNI.callPPI(context.display().handle(), sync, EglFunction.DESTROY_SYNC.address());
    }
}
