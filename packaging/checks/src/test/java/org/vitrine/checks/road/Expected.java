package org.vitrine.checks.road;

/** What the test machine is known to do, so that no road is lost unnoticed. "refused" is a typed error, and no leak. */
final class Expected {
    /**
     * A memfd is no dma-buf. virtio-gpu (card0) imports its own buffers alone; vgem (card1) imports any, but Mesa's
     * driver over it reads its own alone. EGL and Vulkan without a device are Mesa's software drivers, over udmabufs.
     */
    static final String TABLE = """
            FROM \\ TO        mmap  drm:renderD128  drm:renderD129  drm:card0  drm:card1  egl:card0  egl:card1  egl      vulkan
            memfd            ok    refused         refused         refused    refused    refused    refused    refused  refused
            udmabuf          ok    refused         ok              refused    ok         refused    refused    ok       ok
            dma-heap:system  ok    refused         ok              refused    ok         refused    refused    ok       ok
            drm:card0        ok    ok              ok              ok         ok         ok         refused    ok       ok
            drm:card1        ok    refused         ok              refused    ok         refused    ok         ok       ok
            gbm:card0        ok    ok              ok              ok         ok         ok         refused    ok       ok
            gbm:card1        ok    refused         ok              refused    ok         refused    ok         ok       ok
            egl:card0        ok    refused         ok              refused    ok         refused    refused    ok       ok
            egl:card1        ok    refused         ok              refused    ok         refused    refused    ok       ok
            egl              ok    refused         ok              refused    ok         refused    refused    ok       ok
            vulkan           ok    refused         ok              refused    ok         refused    refused    ok       ok
            """;

    private Expected() {}
}
