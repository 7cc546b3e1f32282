package org.vitrine.gpu.egl;

import static org.lwjgl.egl.EXTDeviceDRM.EGL_DRM_DEVICE_FILE_EXT;
import static org.lwjgl.egl.EXTDeviceDRMRenderNode.EGL_DRM_RENDER_NODE_FILE_EXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lwjgl.PointerBuffer;
import org.lwjgl.egl.EGL10;
import org.lwjgl.egl.EXTDeviceEnumeration;
import org.lwjgl.egl.EXTDeviceQuery;
import org.lwjgl.system.MemoryStack;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/**
 * Names a device that EGL can draw with.
 *
 * @param index its place in EGL's list, from 0; may change when devices come and go
 * @param primaryNode its DRM node such as {@code /dev/dri/card0}
 * @param renderNode its DRM node such as {@code /dev/dri/renderD128}
 * @param software whether the processor does its work; such a one has no node
 * @param handle EGL's name for it
 */
public record EglDevice(
        int index, Optional<String> primaryNode, Optional<String> renderNode, boolean software, long handle) {
    private static final int MOST_DEVICES = 64;

    /**
     * Returns all devices. Doesn't block.
     *
     * @throws VitrineException NOT_SUPPORTED if EGL is missing or does not list devices
     */
    public static List<EglDevice> all() {
        Set<String> client = EglLibrary.load();
        if (!client.contains("EGL_EXT_device_enumeration") && !client.contains("EGL_EXT_device_base")) {
            throw new VitrineException(
                    ErrorName.NOT_SUPPORTED, "EGL does not list its devices. Use the GBM or the surfaceless platform");
        }
        try (MemoryStack stack = MemoryStack.stackPush()) {
            PointerBuffer handles = stack.mallocPointer(MOST_DEVICES);
            int[] count = new int[1];
            if (!EXTDeviceEnumeration.eglQueryDevicesEXT(handles, count)) {
                throw EglException.ofLastCall("eglQueryDevicesEXT", "Use the GBM or the surfaceless platform");
            }
            List<EglDevice> devices = new ArrayList<>();
            for (int i = 0; i < count[0]; i++) {
                devices.add(describe(i, handles.get(i)));
            }
            return devices;
        }
    }

    private static EglDevice describe(int index, long handle) {
        Set<String> extensions = EglLibrary.words(EXTDeviceQuery.eglQueryDeviceStringEXT(handle, EGL10.EGL_EXTENSIONS));
        Optional<String> primary = extensions.contains("EGL_EXT_device_drm")
                ? Optional.ofNullable(EXTDeviceQuery.eglQueryDeviceStringEXT(handle, EGL_DRM_DEVICE_FILE_EXT))
                : Optional.empty();
        Optional<String> render = extensions.contains("EGL_EXT_device_drm_render_node")
                ? Optional.ofNullable(EXTDeviceQuery.eglQueryDeviceStringEXT(handle, EGL_DRM_RENDER_NODE_FILE_EXT))
                : Optional.empty();
        return new EglDevice(index, primary, render, extensions.contains("EGL_MESA_device_software"), handle);
    }

    /** Tells whether a DRM node is this device's. */
    public boolean hasNode(String path) {
        return primaryNode.filter(path::equals).isPresent()
                || renderNode.filter(path::equals).isPresent();
    }
}
