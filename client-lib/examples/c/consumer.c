/* Look at another program's image, with stubs that gdbus-codegen makes from Vitrine's XML.
 *
 * Needs Debian's libglib2.0-dev; see the Makefile. Prints the picture's size and the SHA-256 of its pixels.
 * Usage: consumer [TITLE]
 */
#include "vitrine.h"

#include <gio/gunixfdlist.h>
#include <linux/dma-buf.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#define PORTAL_NAME "org.freedesktop.portal.Vitrine"
#define PORTAL_PATH "/org/freedesktop/portal/vitrine"
#define DRM_FORMAT_XRGB8888 0x34325258 /* drm_fourcc.h */
#define DRM_FORMAT_MOD_LINEAR 0

typedef struct {
    guint32 width, height, fourcc, offset, stride;
    guint64 modifier;
    int fd;
} Picture;

/* Returns the path of the first image of that title, to be freed, or NULL. */
static char *find_image(VitrineConsumer1 *portal, const char *title, GError **error)
{
    GVariantDict filter;
    g_variant_dict_init(&filter, NULL);
    g_variant_dict_insert(&filter, "title", "s", title);
    g_autoptr(GVariant) images = NULL;
    if (!vitrine_consumer1_call_list_images_sync(portal, g_variant_dict_end(&filter), G_DBUS_CALL_FLAGS_NONE, -1,
                                                 &images, NULL, error))
        return NULL;
    char *path = NULL;
    if (g_variant_n_children(images) == 0)
        g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no such image.");
    else
        g_variant_get_child(images, 0, "(oa{sv})", &path, NULL);
    return path;
}

/* Opens the image's latest frame; the caller closes picture->fd. */
static gboolean open_image(VitrineConsumer1 *portal, const char *image, Picture *picture, GError **error)
{
    guint generation, index;
    gint32 handle;
    g_autoptr(GVariant) buffer = NULL, details = NULL, planes = NULL;
    g_autoptr(GUnixFDList) fds = NULL;
    if (!vitrine_consumer1_call_open_image_sync(
            portal, image, g_variant_new("a{sv}", NULL), G_DBUS_CALL_FLAGS_ALLOW_INTERACTIVE_AUTHORIZATION, G_MAXINT, NULL,
            &generation, &index, &buffer, &details, &fds, NULL, error))
        return FALSE;
    g_variant_get(buffer, "(uuut@a(huu))", &picture->width, &picture->height, &picture->fourcc,
                  &picture->modifier, &planes);
    if (picture->fourcc != DRM_FORMAT_XRGB8888 || picture->modifier != DRM_FORMAT_MOD_LINEAR) {
        g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "Cannot read this format.");
        return FALSE;
    }
    g_variant_get_child(planes, 0, "(huu)", &handle, &picture->offset, &picture->stride);
    picture->fd = g_unix_fd_list_get(fds, handle, error);
    return picture->fd >= 0;
}

/* Makes caches and GPU agree on a dma-buf. Returns FALSE for a memfd, which needs none of that. */
static gboolean sync_reading(int fd, guint64 when)
{
    struct dma_buf_sync sync = {.flags = when | DMA_BUF_SYNC_READ};
    return ioctl(fd, DMA_BUF_IOCTL_SYNC, &sync) == 0;
}

/* Prints what is in the picture, without the padding that may follow each row. */
static gboolean print_picture(const Picture *picture)
{
    gsize row = picture->width * 4;
    gsize size = picture->offset + (gsize)picture->stride * (picture->height - 1) + row;
    gboolean is_dmabuf = sync_reading(picture->fd, DMA_BUF_SYNC_START);
    /* A dma-buf is mapped shared or not at all. Not so a memfd: before Linux 6.7, F_SEAL_WRITE forbids that. */
    guint8 *memory = mmap(NULL, size, PROT_READ, is_dmabuf ? MAP_SHARED : MAP_PRIVATE, picture->fd, 0);
    if (memory == MAP_FAILED)
        return FALSE;
    g_autoptr(GChecksum) sha256 = g_checksum_new(G_CHECKSUM_SHA256);
    for (guint32 y = 0; y < picture->height; y++)
        g_checksum_update(sha256, memory + picture->offset + (gsize)picture->stride * y, row);
    g_print("%ux%u %s\n", picture->width, picture->height, g_checksum_get_string(sha256));
    munmap(memory, size);
    if (is_dmabuf)
        sync_reading(picture->fd, DMA_BUF_SYNC_END);
    return TRUE;
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *image = NULL;
    Picture picture = {.fd = -1};
    g_autoptr(VitrineConsumer1) portal = vitrine_consumer1_proxy_new_for_bus_sync(
        G_BUS_TYPE_SESSION, G_DBUS_PROXY_FLAGS_NONE, PORTAL_NAME, PORTAL_PATH, NULL, &error);
    if (portal == NULL || (image = find_image(portal, argc > 1 ? argv[1] : "*", &error)) == NULL
        || !open_image(portal, image, &picture, &error)) {
        g_printerr("%s\n", error->message);
        return 1;
    }
    gboolean printed = print_picture(&picture);
    close(picture.fd);
    return printed ? 0 : 1;
}
