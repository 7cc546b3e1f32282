/* A window that shows one buffer after the other. */
#ifndef WINDOW_H
#define WINDOW_H

#include "screen-buffer.h"

typedef struct Window Window;

typedef struct {
    /* The compositor has put what window_show() was given last on its screen. */
    void (*shown)(gpointer data);
    /* The user closed the window. */
    void (*closed)(gpointer data);
    gpointer data;
} WindowListener;

Window *window_new(const Compositor *compositor, const char *title, gboolean fullscreen, const WindowListener *listener);

/* Tells whether the compositor is ready for the next picture. */
gboolean window_wants_more(const Window *window);

/* Shows a buffer, pixel by pixel; in full screen as large as fits, if the compositor can scale. */
void window_show(Window *window, struct wl_buffer *buffer, guint32 width, guint32 height);

void window_free(Window *window);

#endif
