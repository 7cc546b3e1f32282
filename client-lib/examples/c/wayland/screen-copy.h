/* Copies of a picture in memory that the compositor can map. */
#ifndef SCREEN_COPY_H
#define SCREEN_COPY_H

#include "compositor.h"
#include "picture.h"

typedef struct ScreenCopy ScreenCopy;

/* Maps a linear picture of one plane, which must outlive the copies, and makes room for two copies of it. */
ScreenCopy *screen_copy_new(const Compositor *compositor, const Picture *picture, GError **error);

/* Copies what the picture holds now. Returns NULL while the compositor reads both copies. */
struct wl_buffer *screen_copy_take(ScreenCopy *copy);

void screen_copy_free(ScreenCopy *copy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(ScreenCopy, screen_copy_free)

#endif
