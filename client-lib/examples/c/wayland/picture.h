/* What Vitrine hands out: buffers, and the sets of them that an image has. */
#ifndef PICTURE_H
#define PICTURE_H

#include <glib.h>

#define MAX_PLANES 4

typedef struct {
    int fd;
    guint32 offset, stride; /* bytes */
} Plane;

/* One buffer. Owns its planes' descriptors. */
typedef struct {
    guint32 width, height; /* pixels */
    guint32 fourcc;        /* of drm_fourcc.h */
    guint64 modifier;      /* of drm_fourcc.h */
    guint plane_count;
    Plane planes[MAX_PLANES];
} Picture;

void picture_free(Picture *picture);

/* Tells whether the first plane's storage is a dma-buf; else it is a memfd: the broker lets nothing else through. */
gboolean picture_is_dmabuf(const Picture *picture);

/* How many bytes the first plane's storage has. */
guint64 picture_storage_size(const Picture *picture);

/* Names size and format, as "320x200 XR24 LINEAR"; to be freed. */
char *picture_describe(const Picture *picture);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Picture, picture_free)

#endif
