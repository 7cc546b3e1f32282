#include "window.h"

#define APP_ID "org.vitrine.examples.wayland-viewer"

struct Window {
    WindowListener listener;
    gboolean fullscreen;
    gboolean configured; /* the compositor has said that pictures may come */
    guint32 offered_width, offered_height; /* what the compositor would like, 0: anything */
    struct wl_surface *surface;
    struct xdg_surface *xdg_surface;
    struct xdg_toplevel *toplevel;
    struct wp_viewport *viewport;
    struct wl_callback *drawing; /* answers when the last picture is on the screen; NULL if it is */
};

static void on_configure(void *data, struct xdg_surface *surface, uint32_t serial)
{
    ((Window *)data)->configured = TRUE;
    xdg_surface_ack_configure(surface, serial); /* takes effect with the next picture */
}

static const struct xdg_surface_listener surface_listener = {.configure = on_configure};

static void on_size(void *data, struct xdg_toplevel *toplevel, int32_t width, int32_t height, struct wl_array *states)
{
    (void)toplevel, (void)states;
    Window *window = data;
    window->offered_width = (guint32)width;
    window->offered_height = (guint32)height;
}

static void on_close(void *data, struct xdg_toplevel *toplevel)
{
    (void)toplevel;
    Window *window = data;
    window->listener.closed(window->listener.data);
}

static const struct xdg_toplevel_listener toplevel_listener = {.configure = on_size, .close = on_close};

/* Writes what could deceive a reader as \uXXXX: control characters, and those that change the direction of text. */
static char *escaped(const char *untrusted)
{
    g_autofree char *valid = g_utf8_make_valid(untrusted, -1);
    GString *text = g_string_new(NULL);
    for (const char *next = valid; *next != '\0'; next = g_utf8_next_char(next)) {
        gunichar character = g_utf8_get_char(next);
        if (g_unichar_isprint(character) && g_unichar_type(character) != G_UNICODE_FORMAT)
            g_string_append_unichar(text, character);
        else
            g_string_append_printf(text, "\\u%04X", character);
    }
    return g_string_free(text, FALSE);
}

Window *window_new(const Compositor *compositor, const char *title, gboolean fullscreen, const WindowListener *listener)
{
    Window *window = g_new0(Window, 1);
    g_autofree char *safe_title = escaped(title);
    window->listener = *listener;
    window->fullscreen = fullscreen;
    window->surface = wl_compositor_create_surface(compositor->surfaces);
    window->xdg_surface = xdg_wm_base_get_xdg_surface(compositor->windows, window->surface);
    xdg_surface_add_listener(window->xdg_surface, &surface_listener, window);
    window->toplevel = xdg_surface_get_toplevel(window->xdg_surface);
    xdg_toplevel_add_listener(window->toplevel, &toplevel_listener, window);
    xdg_toplevel_set_title(window->toplevel, safe_title);
    xdg_toplevel_set_app_id(window->toplevel, APP_ID);
    if (fullscreen)
        xdg_toplevel_set_fullscreen(window->toplevel, NULL);
    if (fullscreen && compositor->viewporter != NULL)
        window->viewport = wp_viewporter_get_viewport(compositor->viewporter, window->surface);
    wl_surface_commit(window->surface); /* the compositor answers with a first configure event */
    return window;
}

gboolean window_wants_more(const Window *window)
{
    return window->configured && window->drawing == NULL;
}

static void on_drawn(void *data, struct wl_callback *callback, uint32_t time)
{
    (void)time;
    Window *window = data;
    wl_callback_destroy(callback);
    window->drawing = NULL;
    window->listener.shown(window->listener.data);
}

static const struct wl_callback_listener drawn_listener = {.done = on_drawn};

/* Scales the picture to the screen, without changing its proportions. */
static void fit(const Window *window, guint32 width, guint32 height)
{
    guint64 fitting_width = MIN(window->offered_width, (guint64)window->offered_height * width / height);
    guint64 fitting_height = MIN(window->offered_height, (guint64)window->offered_width * height / width);
    if (fitting_width > 0 && fitting_height > 0)
        wp_viewport_set_destination(window->viewport, (int32_t)fitting_width, (int32_t)fitting_height);
}

void window_show(Window *window, struct wl_buffer *buffer, guint32 width, guint32 height)
{
    if (window->viewport != NULL)
        fit(window, width, height);
    if (!window->fullscreen) {
        xdg_toplevel_set_min_size(window->toplevel, (int32_t)width, (int32_t)height);
        xdg_toplevel_set_max_size(window->toplevel, (int32_t)width, (int32_t)height);
    }
    window->drawing = wl_surface_frame(window->surface);
    wl_callback_add_listener(window->drawing, &drawn_listener, window);
    wl_surface_attach(window->surface, buffer, 0, 0);
    wl_surface_damage_buffer(window->surface, 0, 0, (int32_t)width, (int32_t)height);
    wl_surface_commit(window->surface);
}

void window_free(Window *window)
{
    g_clear_pointer(&window->drawing, wl_callback_destroy);
    g_clear_pointer(&window->viewport, wp_viewport_destroy);
    xdg_toplevel_destroy(window->toplevel);
    xdg_surface_destroy(window->xdg_surface);
    wl_surface_destroy(window->surface);
    g_free(window);
}
