#include "picture.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xf86drm.h>

void picture_free(Picture *picture)
{
    for (guint i = 0; i < picture->plane_count; i++)
        close(picture->planes[i].fd);
    g_free(picture);
}

gboolean picture_is_dmabuf(const Picture *picture)
{
    /* The kernel names a dma-buf's exporter there, and in no other descriptor's file. */
    g_autofree char *path = g_strdup_printf("/proc/self/fdinfo/%d", picture->planes[0].fd);
    g_autofree char *text = NULL;
    return g_file_get_contents(path, &text, NULL, NULL) && strstr(text, "\nexp_name:") != NULL;
}

guint64 picture_storage_size(const Picture *picture)
{
    off_t end = lseek(picture->planes[0].fd, 0, SEEK_END);
    return end < 0 ? 0 : (guint64)end;
}

char *picture_describe(const Picture *picture)
{
    char *format = drmGetFormatName(picture->fourcc);
    char *modifier = drmGetFormatModifierName(picture->modifier);
    char *text = modifier ? g_strdup_printf("%ux%u %s %s", picture->width, picture->height, format ? format : "?", modifier)
                          : g_strdup_printf("%ux%u %s 0x%016" G_GINT64_MODIFIER "x", picture->width, picture->height,
                                            format ? format : "?", picture->modifier);
    free(format);
    free(modifier);
    return text;
}
