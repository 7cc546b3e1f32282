package org.vitrine.gpu.egl;

import java.util.HashMap;
import java.util.Map;
import org.lwjgl.egl.EGL10;

/**
 * Counts who uses a native display, for EGL gives the same one to all who ask for the same platform, and terminates it
 * for all.
 *
 * <p>Other code of the process that terminates the same display is beyond this count. Safe for use by many threads.
 */
final class EglInitializations {
    private static final Map<Long, Integer> USERS = new HashMap<>();

    private EglInitializations() {}

    static synchronized void begin(long display) {
        if (!EGL10.eglInitialize(display, new int[1], new int[1])) {
            throw EglException.ofLastCall(
                    "eglInitialize",
                    "The device has no working driver: install libgl1-mesa-dri, or choose another platform");
        }
        USERS.merge(display, 1, Integer::sum);
    }

    static synchronized void end(long display) {
        Integer left = USERS.merge(display, -1, Integer::sum);
        if (left == 0) {
            USERS.remove(display);
            EGL10.eglTerminate(display);
        }
    }
}
