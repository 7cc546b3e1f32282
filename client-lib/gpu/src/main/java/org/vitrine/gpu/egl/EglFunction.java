package org.vitrine.gpu.egl;

import org.lwjgl.egl.EGL;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/**
 * Finds the functions of EGL that are called by address, since LWJGL's own methods refuse the null handles that the
 * specifications ask for.
 */
enum EglFunction {
    CREATE_CONTEXT("eglCreateContext"),
    GET_PLATFORM_DISPLAY("eglGetPlatformDisplayEXT"),
    CREATE_IMAGE("eglCreateImageKHR"),
    DESTROY_IMAGE("eglDestroyImageKHR"),
    QUERY_DMA_BUF_FORMATS("eglQueryDmaBufFormatsEXT"),
    QUERY_DMA_BUF_MODIFIERS("eglQueryDmaBufModifiersEXT"),
    EXPORT_DMA_BUF_IMAGE_QUERY("eglExportDMABUFImageQueryMESA"),
    EXPORT_DMA_BUF_IMAGE("eglExportDMABUFImageMESA"),
    CREATE_SYNC("eglCreateSyncKHR"),
    DESTROY_SYNC("eglDestroySyncKHR"),
    WAIT_SYNC("eglWaitSyncKHR"),
    DUP_NATIVE_FENCE_FD("eglDupNativeFenceFDANDROID");

    private final String function;

    EglFunction(String function) {
        this.function = function;
    }

    /** Returns the function's name. */
    String function() {
        return function;
    }

    /**
     * Returns where the function is.
     *
     * @throws VitrineException NOT_SUPPORTED if EGL lacks it
     */
    long address() {
        long address = EGL.getFunctionProvider().getFunctionAddress(function);
        if (address == 0) {
            throw new VitrineException(
                    ErrorName.NOT_SUPPORTED, "EGL lacks " + function + ". Install Mesa's libegl-mesa0, 22 or later");
        }
        return address;
    }
}
