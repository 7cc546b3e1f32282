package org.vitrine.gpu.vulkan;

/** Opens this machine's best device for a test class. */
record OpenedDevice(VulkanInstance instance, VulkanDevice device) implements AutoCloseable {
    static OpenedDevice best() {
        VulkanInstance instance = VulkanInstance.create();
        try {
            return new OpenedDevice(instance, instance.openBest());
        } catch (RuntimeException e) {
            instance.close();
            throw e;
        }
    }

    @Override
    public void close() {
        device.close();
        instance.close();
    }
}
