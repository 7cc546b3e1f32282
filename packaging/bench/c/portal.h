/* What the bench's programs share: names of the portal door, a way out, a clock, sealed memory. */
#ifndef PORTAL_H
#define PORTAL_H

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include <systemd/sd-bus.h>

#define PORTAL_NAME "org.freedesktop.portal.Vitrine"
#define PORTAL_PATH "/org/freedesktop/portal/vitrine"
#define CONSUMER_INTERFACE "org.vitrine.Consumer1"
#define PRODUCER_INTERFACE "org.vitrine.Producer1"
#define BUFFER_SIGNATURE "(uuuta(huu))"

#define DRM_FORMAT_XRGB8888 0x34325258u /* drm_fourcc.h */
#define DRM_FORMAT_MOD_LINEAR UINT64_C(0)

/* Ends the program with what failed, unless result is 0 or more. Returns result. */
static inline int must(const char *what, int result)
{
    if (result >= 0)
        return result;
    fprintf(stderr, "%s: %s\n", what, strerror(-result));
    exit(1);
}

/* As must(), with the text that the other side gave. */
static inline void must_answer(const char *what, int result, const sd_bus_error *error)
{
    if (result >= 0)
        return;
    fprintf(stderr, "%s: %s: %s\n", what, error->name, error->message);
    exit(1);
}

static inline uint64_t now_ns(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

/* Returns a memfd of that size with the seals that a producer must set. */
static inline int sealed_memfd(uint64_t size)
{
    int fd = memfd_create("bench", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (fd < 0 || ftruncate(fd, (off_t)size) < 0
        || fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_FUTURE_WRITE | F_SEAL_SEAL) < 0) {
        perror("memfd");
        exit(1);
    }
    return fd;
}

/* Appends a buffer of one plane in the form that both doors use. */
static inline int append_buffer(sd_bus_message *message, uint32_t width, uint32_t height, int fd)
{
    return sd_bus_message_append(message, BUFFER_SIGNATURE, width, height, DRM_FORMAT_XRGB8888, DRM_FORMAT_MOD_LINEAR,
                                 1, fd, 0u, width * 4);
}

#endif
