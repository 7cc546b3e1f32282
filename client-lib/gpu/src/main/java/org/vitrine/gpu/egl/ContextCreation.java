package org.vitrine.gpu.egl;

import static org.lwjgl.egl.EGL10.EGL_NONE;
import static org.lwjgl.egl.EGL10.EGL_SURFACE_TYPE;
import static org.lwjgl.egl.EGL12.EGL_OPENGL_ES_API;
import static org.lwjgl.egl.EGL12.EGL_RENDERABLE_TYPE;
import static org.lwjgl.egl.EGL13.EGL_CONTEXT_CLIENT_VERSION;
import static org.lwjgl.egl.EGL13.EGL_OPENGL_ES2_BIT;

import org.lwjgl.PointerBuffer;
import org.lwjgl.egl.EGL10;
import org.lwjgl.egl.EGL12;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/** Makes native contexts. */
final class ContextCreation {
    private ContextCreation() {}

    /** Returns a context of OpenGL ES 3 or else 2, which the caller destroys. */
    static long create(long display) {
        if (!EGL12.eglBindAPI(EGL_OPENGL_ES_API)) {
            throw EglException.ofLastCall("eglBindAPI", "Use a driver with OpenGL ES");
        }
        long config = anyConfig(display);
        long version3 = create(display, config, 3);
        long context = version3 == 0 ? create(display, config, 2) : version3;
        if (context == 0) {
            throw EglException.ofLastCall("eglCreateContext", "Use a driver with OpenGL ES 2 or later");
        }
        return context;
    }

    private static long create(long display, long config, int version) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            long attributes = MemoryUtil.memAddress(stack.ints(EGL_CONTEXT_CLIENT_VERSION, version, EGL_NONE));
            return JNI.callPPPPP(display, config, 0L, attributes, EglFunction.CREATE_CONTEXT.address());
        }
    }

    /** Returns a configuration that can draw, or 0: contexts without one are made from 0. */
    private static long anyConfig(long display) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            PointerBuffer found = stack.mallocPointer(1);
            int[] count = new int[1];
            int[] wanted = {EGL_RENDERABLE_TYPE, EGL_OPENGL_ES2_BIT, EGL_SURFACE_TYPE, EGL10.EGL_DONT_CARE, EGL_NONE};
            if (!EGL10.eglChooseConfig(display, wanted, found, count)) {
                throw EglException.ofLastCall("eglChooseConfig", "Use a driver with OpenGL ES 2 or later");
            }
            return count[0] == 0 ? 0 : found.get(0);
        }
    }
}
