/* Shows another program's image in a Wayland compositor, without copying it where the compositor can do so.
 *
 * See --help, and the README beside this folder for how to build it and for which road is taken when.
 */
#include <glib-unix.h>
#include <stdio.h>
#include <stdlib.h>

#include "session.h"
#include "window.h"

typedef struct {
    gint frames_wanted; /* 0: until the window or the image is closed */
    gint frames_shown;
    gboolean over;
    GError *error;
    Compositor *compositor;
    Window *window;
    GPtrArray *buffers;  /* ScreenBuffer: the image's present ones */
    GPtrArray *replaced; /* the ones before, of which the screen still shows one; NULL if it shows none */
    gint waiting;        /* which of the present ones is to be shown next, -1: none */
    guint64 waiting_sequence;
    guint64 drawing_sequence;
} Viewer;

static void end(Viewer *viewer)
{
    viewer->over = TRUE;
}

/* Gives the window the newest frame, when there is one and the window is ready for it. */
static void show_newest(Viewer *viewer)
{
    if (viewer->waiting < 0 || !window_wants_more(viewer->window))
        return;
    ScreenBuffer *newest = g_ptr_array_index(viewer->buffers, viewer->waiting);
    struct wl_buffer *buffer = screen_buffer_take(newest);
    if (buffer == NULL)
        return;
    window_show(viewer->window, buffer, screen_buffer_width(newest), screen_buffer_height(newest));
    viewer->drawing_sequence = viewer->waiting_sequence;
    viewer->waiting = -1;
    g_clear_pointer(&viewer->replaced, g_ptr_array_unref);
}

/* Makes what can be shown of each picture, taking them out of the array; NULL with the viewer's error if it can't. */
static GPtrArray *screen_buffers(Viewer *viewer, GPtrArray *pictures)
{
    g_autoptr(GPtrArray) buffers = g_ptr_array_new_with_free_func((GDestroyNotify)screen_buffer_free);
    while (pictures->len > 0) {
        ScreenBuffer *buffer = screen_buffer_new(viewer->compositor, g_ptr_array_steal_index(pictures, 0), &viewer->error);
        if (buffer == NULL)
            return NULL;
        g_ptr_array_add(buffers, buffer);
    }
    return g_steal_pointer(&buffers);
}

static void on_buffers(GPtrArray *pictures, gpointer data)
{
    Viewer *viewer = data;
    g_autoptr(GPtrArray) owned = pictures, buffers = NULL;
    if (viewer->over || (buffers = screen_buffers(viewer, owned)) == NULL) {
        end(viewer);
        return;
    }
    if (buffers->len > 0)
        g_print("%s\n", screen_buffer_describe(g_ptr_array_index(buffers, 0)));
    if (viewer->replaced == NULL)
        viewer->replaced = g_steal_pointer(&viewer->buffers);
    g_clear_pointer(&viewer->buffers, g_ptr_array_unref); /* of which none was shown */
    viewer->buffers = g_steal_pointer(&buffers);
    viewer->waiting = -1;
}

static void on_frame(guint index, guint64 sequence, gpointer data)
{
    Viewer *viewer = data;
    if (viewer->over || index >= viewer->buffers->len)
        return;
    viewer->waiting = (gint)index;
    viewer->waiting_sequence = sequence;
}

static void on_ended(const char *reason, gpointer data)
{
    Viewer *viewer = data;
    if (viewer->frames_shown < viewer->frames_wanted)
        g_set_error(&viewer->error, G_IO_ERROR, G_IO_ERROR_CLOSED, "The image is no longer there to be shown: %s.", reason);
    end(viewer);
}

static void on_shown(gpointer data)
{
    Viewer *viewer = data;
    viewer->frames_shown++;
    g_print("frame %" G_GUINT64_FORMAT "\n", viewer->drawing_sequence);
    if (viewer->frames_shown == viewer->frames_wanted)
        end(viewer);
}

static void on_window_closed(gpointer data)
{
    end(data);
}

static gboolean on_signal(gpointer data)
{
    end(data);
    return G_SOURCE_CONTINUE;
}

static gboolean on_readable(gint fd, GIOCondition condition, gpointer data)
{
    (void)fd, (void)condition;
    Viewer *viewer = data;
    if (wl_display_dispatch(viewer->compositor->display) >= 0)
        return G_SOURCE_CONTINUE;
    if (viewer->error == NULL)
        compositor_set_error(viewer->compositor, &viewer->error);
    end(viewer);
    return G_SOURCE_REMOVE;
}

static void run(Viewer *viewer)
{
    struct wl_display *display = viewer->compositor->display;
    g_unix_fd_add(wl_display_get_fd(display), G_IO_IN | G_IO_HUP | G_IO_ERR, on_readable, viewer);
    g_unix_signal_add(SIGINT, on_signal, viewer);
    g_unix_signal_add(SIGTERM, on_signal, viewer);
    while (!viewer->over) {
        wl_display_dispatch_pending(display); /* what a roundtrip has read already */
        show_newest(viewer);
        wl_display_flush(display);
        if (!viewer->over)
            g_main_context_iteration(NULL, TRUE);
    }
}

static gboolean view(Viewer *viewer, const char *image, gboolean fullscreen, GError **error)
{
    SessionListener session_listener = {on_buffers, on_frame, on_ended, viewer};
    WindowListener window_listener = {on_shown, on_window_closed, viewer};
    viewer->compositor = compositor_new(error);
    if (viewer->compositor == NULL)
        return FALSE;
    g_autoptr(Session) session = session_new(image, compositor_formats(viewer->compositor), &session_listener, error);
    if (session == NULL)
        return FALSE;
    viewer->window = window_new(viewer->compositor, session_title(session), fullscreen, &window_listener);
    if (!session_start(session, error))
        return FALSE;
    run(viewer);
    if (viewer->error != NULL)
        g_propagate_error(error, g_steal_pointer(&viewer->error));
    return *error == NULL;
}

static void free_viewer(Viewer *viewer)
{
    g_clear_pointer(&viewer->window, window_free);
    g_clear_pointer(&viewer->replaced, g_ptr_array_unref);
    g_clear_pointer(&viewer->buffers, g_ptr_array_unref);
    g_clear_pointer(&viewer->compositor, compositor_free);
}

int main(int argc, char **argv)
{
    gboolean fullscreen = FALSE, once = FALSE;
    Viewer viewer = {.waiting = -1};
    const GOptionEntry entries[] = {
        {"fullscreen", 0, 0, G_OPTION_ARG_NONE, &fullscreen, "Show it as large as the screen", NULL},
        {"once", 0, 0, G_OPTION_ARG_NONE, &once, "End when one frame was shown", NULL},
        {"frames", 0, 0, G_OPTION_ARG_INT, &viewer.frames_wanted, "End when N frames were shown", "N"},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    g_autoptr(GError) error = NULL;
    g_autoptr(GOptionContext) options = g_option_context_new("IMAGE - show another program's image in a Wayland window");
    g_option_context_add_main_entries(options, entries, NULL);
    g_option_context_set_description(
        options,
        "IMAGE is an image's id, object path or title.\n\n"
        "Prints the road that its pixels take, one line for each set of buffers, and one line for each frame shown:\n"
        "  dmabuf 320x200 XR24 LINEAR      the compositor imports the dma-buf; nothing is copied\n"
        "  shm 320x200 XR24 LINEAR         the compositor maps the memory; nothing is copied\n"
        "  copy 320x200 XR24 LINEAR: WHY   each frame is copied, and why\n"
        "  frame 7                             the frame of that number is on the screen\n\n"
        "Exit codes: 0 done, 1 it can't be shown (the text says why), 64 wrong arguments.\n");
    setlinebuf(stdout);
    if (!g_option_context_parse(options, &argc, &argv, &error) || argc != 2 || viewer.frames_wanted < 0) {
        g_printerr("%s See --help.\n", error ? error->message : "Name one image, and no negative number.");
        return 64; /* EX_USAGE of sysexits.h */
    }
    if (once)
        viewer.frames_wanted = 1;
    gboolean viewed = view(&viewer, argv[1], fullscreen, &error);
    if (!viewed)
        g_printerr("%s\n", error->message);
    free_viewer(&viewer);
    return viewed ? EXIT_SUCCESS : EXIT_FAILURE;
}
