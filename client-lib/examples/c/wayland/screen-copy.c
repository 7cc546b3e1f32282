#define _GNU_SOURCE /* memfd_create */
#include "screen-copy.h"

#include <errno.h>
#include <linux/dma-buf.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#define COPIES 2 /* one that the compositor reads, one to write into */

typedef struct {
    struct wl_buffer *buffer;
    guint8 *pixels;
    gboolean busy; /* the compositor may read it */
} Copy;

struct ScreenCopy {
    const Picture *picture;
    guint8 *source, *memory; /* mappings, MAP_FAILED if there is none */
    gsize source_size, memory_size, copied_size;
    gboolean bracketed; /* a dma-buf: its cache is to be told of each access */
    Copy copies[COPIES];
};

static gboolean fail(GError **error, const char *what)
{
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s.", what, g_strerror(errno));
    return FALSE;
}

static gboolean map_source(ScreenCopy *copy, GError **error)
{
    const Plane *plane = &copy->picture->planes[0];
    guint64 size = picture_storage_size(copy->picture), height_bytes = (guint64)plane->stride * copy->picture->height;
    if (size <= plane->offset || height_bytes * COPIES > G_MAXINT32) {
        g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "The picture is too large for wl_shm.");
        return FALSE;
    }
    copy->copied_size = MIN(height_bytes, size - plane->offset); /* the last row may end without padding */
    copy->memory_size = height_bytes * COPIES;
    copy->source_size = plane->offset + copy->copied_size;
    copy->bracketed = picture_is_dmabuf(copy->picture);
    /* A private mapping of a memfd: before Linux 6.7, memory with F_SEAL_WRITE cannot be mapped shared. */
    copy->source = mmap(NULL, copy->source_size, PROT_READ, copy->bracketed ? MAP_SHARED : MAP_PRIVATE, plane->fd, 0);
    return copy->source != MAP_FAILED || fail(error, "Mapping the picture failed");
}

static void on_release(void *data, struct wl_buffer *buffer)
{
    (void)buffer;
    ((Copy *)data)->busy = FALSE;
}

static const struct wl_buffer_listener release_listener = {.release = on_release};

static void make_copies(ScreenCopy *copy, struct wl_shm_pool *pool)
{
    const Picture *picture = copy->picture;
    int32_t stride = (int32_t)picture->planes[0].stride;
    for (int i = 0; i < COPIES; i++) {
        int32_t offset = i * stride * (int32_t)picture->height;
        copy->copies[i].pixels = copy->memory + offset;
        copy->copies[i].buffer = wl_shm_pool_create_buffer(pool, offset, (int32_t)picture->width, (int32_t)picture->height,
                                                           stride, compositor_shm_format(picture->fourcc));
        wl_buffer_add_listener(copy->copies[i].buffer, &release_listener, &copy->copies[i]);
    }
}

static gboolean make_room(ScreenCopy *copy, const Compositor *compositor, GError **error)
{
    int fd = memfd_create("wayland-viewer", MFD_CLOEXEC);
    if (fd < 0)
        return fail(error, "Making memory failed");
    gboolean mapped = ftruncate(fd, (off_t)copy->memory_size) == 0
                      && (copy->memory = mmap(NULL, copy->memory_size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0)) != MAP_FAILED;
    if (mapped) {
        struct wl_shm_pool *pool = wl_shm_create_pool(compositor->shm, fd, (int32_t)copy->memory_size);
        make_copies(copy, pool);
        wl_shm_pool_destroy(pool);
    } else {
        fail(error, "Making memory failed");
    }
    close(fd);
    return mapped;
}

ScreenCopy *screen_copy_new(const Compositor *compositor, const Picture *picture, GError **error)
{
    g_autoptr(ScreenCopy) copy = g_new0(ScreenCopy, 1);
    copy->picture = picture;
    copy->source = copy->memory = MAP_FAILED;
    return map_source(copy, error) && make_room(copy, compositor, error) ? g_steal_pointer(&copy) : NULL;
}

/* Tells a dma-buf's exporter where an access begins and ends. */
static void bracket(const ScreenCopy *copy, guint64 flags)
{
    struct dma_buf_sync sync = {.flags = flags | DMA_BUF_SYNC_READ};
    while (copy->bracketed && ioctl(copy->picture->planes[0].fd, DMA_BUF_IOCTL_SYNC, &sync) < 0
           && (errno == EINTR || errno == EAGAIN)) {
    }
}

struct wl_buffer *screen_copy_take(ScreenCopy *copy)
{
    for (int i = 0; i < COPIES; i++) {
        Copy *free_copy = &copy->copies[i];
        if (!free_copy->busy) {
            bracket(copy, DMA_BUF_SYNC_START);
            memcpy(free_copy->pixels, copy->source + copy->picture->planes[0].offset, copy->copied_size);
            bracket(copy, DMA_BUF_SYNC_END);
            free_copy->busy = TRUE;
            return free_copy->buffer;
        }
    }
    return NULL;
}

void screen_copy_free(ScreenCopy *copy)
{
    for (int i = 0; i < COPIES; i++)
        g_clear_pointer(&copy->copies[i].buffer, wl_buffer_destroy);
    if (copy->source != MAP_FAILED)
        munmap(copy->source, copy->source_size);
    if (copy->memory != MAP_FAILED)
        munmap(copy->memory, copy->memory_size);
    g_free(copy);
}
