#include "screen-buffer.h"

#include <drm_fourcc.h>

#include "screen-copy.h"

struct ScreenBuffer {
    Picture *picture;
    struct wl_buffer *direct; /* the picture's own storage; NULL if it is copied */
    ScreenCopy *copy;
    char *description;
};

typedef struct {
    gboolean answered;
    struct wl_buffer *buffer;
} Import;

static void on_created(void *data, struct zwp_linux_buffer_params_v1 *params, struct wl_buffer *buffer)
{
    (void)params;
    *(Import *)data = (Import){TRUE, buffer};
}

static void on_failed(void *data, struct zwp_linux_buffer_params_v1 *params)
{
    (void)params;
    *(Import *)data = (Import){TRUE, NULL};
}

static const struct zwp_linux_buffer_params_v1_listener import_listener = {on_created, on_failed};

/* Asks the compositor to import the picture's dma-buf; NULL if it can't. */
static struct wl_buffer *import_dmabuf(const Compositor *compositor, const Picture *picture)
{
    Import import = {0};
    struct zwp_linux_buffer_params_v1 *params = zwp_linux_dmabuf_v1_create_params(compositor->dmabuf);
    zwp_linux_buffer_params_v1_add_listener(params, &import_listener, &import);
    for (guint i = 0; i < picture->plane_count; i++) {
        const Plane *plane = &picture->planes[i];
        zwp_linux_buffer_params_v1_add(params, plane->fd, i, plane->offset, plane->stride, picture->modifier >> 32,
                                       picture->modifier & G_MAXUINT32);
    }
    /* Not create_immed: there a compositor may answer a failed import by ending the connection. */
    zwp_linux_buffer_params_v1_create(params, (int32_t)picture->width, (int32_t)picture->height, picture->fourcc, 0);
    while (!import.answered && wl_display_roundtrip(compositor->display) >= 0) {
    }
    zwp_linux_buffer_params_v1_destroy(params);
    return import.buffer;
}

static struct wl_buffer *try_dmabuf(const Compositor *compositor, const Picture *picture, const char **why_not)
{
    if (compositor->dmabuf == NULL) {
        *why_not = "the compositor has no zwp_linux_dmabuf_v1 of version 3";
        return NULL;
    }
    if (!compositor_takes_dmabuf(compositor, picture->fourcc, picture->modifier)) {
        *why_not = "the compositor imports no dma-bufs of this format and modifier";
        return NULL;
    }
    *why_not = "the compositor failed to import the dma-buf";
    return import_dmabuf(compositor, picture);
}

/* Lets the compositor map the picture's memfd; NULL if it can't. */
static struct wl_buffer *try_shm(const Compositor *compositor, const Picture *picture, const char **why_not)
{
    const Plane *plane = &picture->planes[0];
    guint64 size = picture_storage_size(picture);
    if (size > G_MAXINT32 || plane->offset + (guint64)plane->stride * picture->height > size) {
        *why_not = "wl_shm wants whole rows within 2 GiB";
        return NULL;
    }
    if (!compositor_maps(plane->fd, size)) {
        *why_not = "the compositor can't map memory that is sealed against writing";
        return NULL;
    }
    struct wl_shm_pool *pool = wl_shm_create_pool(compositor->shm, plane->fd, (int32_t)size);
    struct wl_buffer *buffer = wl_shm_pool_create_buffer(pool, (int32_t)plane->offset, (int32_t)picture->width,
                                                         (int32_t)picture->height, (int32_t)plane->stride,
                                                         compositor_shm_format(picture->fourcc));
    wl_shm_pool_destroy(pool);
    return buffer;
}

/* Whether wl_shm can show what the picture holds, if the memory can be had. */
static gboolean fits_shm(const Compositor *compositor, const Picture *picture)
{
    return picture->plane_count == 1 && picture->modifier == DRM_FORMAT_MOD_LINEAR
           && compositor_takes_shm(compositor, picture->fourcc);
}

static gboolean refuse(const char *why_not, const char *what, GError **error)
{
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                "The image can't be shown (%s): %s, and wl_shm shows but linear pictures of one plane in formats that the "
                "compositor knows. Try a compositor that renders with the GPU that drew the image, or have the image drawn "
                "as XRGB8888 LINEAR.",
                what, why_not);
    return FALSE;
}

static gboolean take_road(ScreenBuffer *buffer, const Compositor *compositor, GError **error)
{
    const Picture *picture = buffer->picture;
    const char *why_not = "the compositor's wl_shm lacks the format";
    g_autofree char *what = picture_describe(picture);
    gboolean dmabuf = picture_is_dmabuf(picture), shm = fits_shm(compositor, picture);
    if (dmabuf)
        buffer->direct = try_dmabuf(compositor, picture, &why_not);
    else if (shm)
        buffer->direct = try_shm(compositor, picture, &why_not);
    if (buffer->direct != NULL) {
        buffer->description = g_strdup_printf("%s %s", dmabuf ? "dmabuf" : "shm", what);
        return TRUE;
    }
    if (!shm)
        return refuse(why_not, what, error);
    buffer->description = g_strdup_printf("copy %s: %s", what, why_not);
    buffer->copy = screen_copy_new(compositor, picture, error);
    return buffer->copy != NULL;
}

ScreenBuffer *screen_buffer_new(const Compositor *compositor, Picture *picture, GError **error)
{
    g_autoptr(ScreenBuffer) buffer = g_new0(ScreenBuffer, 1);
    buffer->picture = picture;
    return take_road(buffer, compositor, error) ? g_steal_pointer(&buffer) : NULL;
}

const char *screen_buffer_describe(const ScreenBuffer *buffer)
{
    return buffer->description;
}

guint32 screen_buffer_width(const ScreenBuffer *buffer)
{
    return buffer->picture->width;
}

guint32 screen_buffer_height(const ScreenBuffer *buffer)
{
    return buffer->picture->height;
}

struct wl_buffer *screen_buffer_take(ScreenBuffer *buffer)
{
    return buffer->direct != NULL ? buffer->direct : screen_copy_take(buffer->copy);
}

void screen_buffer_free(ScreenBuffer *buffer)
{
    g_clear_pointer(&buffer->direct, wl_buffer_destroy);
    g_clear_pointer(&buffer->copy, screen_copy_free);
    picture_free(buffer->picture);
    g_free(buffer->description);
    g_free(buffer);
}
