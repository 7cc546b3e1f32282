/* Makes what the compositor can show of what Vitrine handed out. */
#ifndef SCREEN_BUFFER_H
#define SCREEN_BUFFER_H

#include "compositor.h"
#include "picture.h"

/* A picture on one of three roads:
 *
 *   dmabuf  its dma-buf, which the compositor imports; nothing is copied
 *   shm     its memfd, which the compositor maps; nothing is copied
 *   copy    a copy of each frame in shared memory of this program
 */
typedef struct ScreenBuffer ScreenBuffer;

/* Takes the picture, and makes a buffer of it on the best road that works.
 *
 * Returns NULL with an error that says what to try. */
ScreenBuffer *screen_buffer_new(const Compositor *compositor, Picture *picture, GError **error);

/* The road, size and format, and why each frame is copied if it is. */
const char *screen_buffer_describe(const ScreenBuffer *buffer);

guint32 screen_buffer_width(const ScreenBuffer *buffer);
guint32 screen_buffer_height(const ScreenBuffer *buffer);

/* The buffer with what the picture holds now. Belongs to the screen buffer.
 *
 * Returns NULL while the compositor still reads every copy there is room for: ask again after the next event. */
struct wl_buffer *screen_buffer_take(ScreenBuffer *buffer);

void screen_buffer_free(ScreenBuffer *buffer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(ScreenBuffer, screen_buffer_free)

#endif
