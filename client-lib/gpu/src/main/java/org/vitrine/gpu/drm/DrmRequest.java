package org.vitrine.gpu.drm;

/**
 * Lists the requests that are made of a DRM device.
 *
 * <p>Source of the numbers: {@code drm/drm.h}, {@code DRM_IOCTL_*}, with the structs of that file and of
 * {@code drm/drm_mode.h}. {@code GEM_FLINK} is left out on purpose: whoever guesses a legacy name reads the buffer, so
 * nothing of ours gives names.
 */
enum DrmRequest {
    VERSION(0xc040_6400L, "Open a node of /dev/dri"),
    GET_MAGIC(0x8004_6402L, "Only a primary node (card*) has magics, and only it needs them"),
    AUTH_MAGIC(0x4004_6411L, "Let the client ask for a new magic, and the device's master authenticate it"),
    GET_CAP(0xc010_640cL, "Take a newer kernel"),
    GEM_CLOSE(0x4008_6409L, "Take a driver with GEM"),
    GEM_OPEN(0xc010_640bL, "Ask for a dma-buf instead of a legacy name, or authenticate this client first"),
    PRIME_HANDLE_TO_FD(0xc00c_642dL, "Take a driver that exports by PRIME"),
    PRIME_FD_TO_HANDLE(0xc00c_642eL, "Map the dma-buf for the processor, or import it on the device that made it"),
    MODE_CREATE_DUMB(0xc020_64b2L, "Open the primary node (card*) of a KMS driver, or take another exporter"),
    MODE_DESTROY_DUMB(0xc004_64b4L, "Close the device"),
    SYNCOBJ_CREATE(0xc008_64bfL, "Take a driver with DRM_CAP_SYNCOBJ, or wait for sync_files instead"),
    SYNCOBJ_DESTROY(0xc008_64c0L, "Close the device"),
    SYNCOBJ_HANDLE_TO_FD(0xc010_64c1L, "Signal the sync object, or give it a fence, before exporting that"),
    SYNCOBJ_FD_TO_HANDLE(0xc010_64c2L, "Pass a descriptor of a sync object, or of a sync_file where that is asked for"),
    SYNCOBJ_WAIT(0xc020_64c3L, "Take a driver with DRM_CAP_SYNCOBJ"),
    SYNCOBJ_RESET(0xc010_64c4L, "Take a driver with DRM_CAP_SYNCOBJ"),
    SYNCOBJ_SIGNAL(0xc010_64c5L, "Take a driver with DRM_CAP_SYNCOBJ"),
    SYNCOBJ_TIMELINE_WAIT(0xc028_64caL, "Take a driver with DRM_CAP_SYNCOBJ_TIMELINE"),
    SYNCOBJ_QUERY(0xc018_64cbL, "Take a driver with DRM_CAP_SYNCOBJ_TIMELINE"),
    SYNCOBJ_TRANSFER(0xc020_64ccL, "Take a driver with DRM_CAP_SYNCOBJ_TIMELINE, and a point that has a fence"),
    SYNCOBJ_TIMELINE_SIGNAL(0xc018_64cdL, "Take a driver with DRM_CAP_SYNCOBJ_TIMELINE");

    private final long number;
    private final String remedy;

    DrmRequest(long number, String remedy) {
        this.number = number;
        this.remedy = remedy;
    }

    long number() {
        return number;
    }

    /** Returns what to try if the driver refuses it. */
    String remedy() {
        return remedy;
    }
}
