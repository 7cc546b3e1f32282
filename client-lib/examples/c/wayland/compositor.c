#include "compositor.h"

#include <drm_fourcc.h>
#include <errno.h>
#include <stdio.h>

/* From version 4 on the same is told by feedback objects; a compositor that has them answers version 3 too. */
#define DMABUF_VERSION ZWP_LINUX_DMABUF_V1_MODIFIER_SINCE_VERSION
#define SURFACE_VERSION WL_SURFACE_DAMAGE_BUFFER_SINCE_VERSION
/* How much the broker takes in a request. */
#define MAX_FORMATS 64
#define MAX_MODIFIERS 64

static void on_shm_format(void *data, struct wl_shm *shm, uint32_t format)
{
    (void)shm;
    g_array_append_val(((Compositor *)data)->shm_formats, format);
}

static const struct wl_shm_listener shm_listener = {.format = on_shm_format};

static void on_dmabuf_format(void *data, struct zwp_linux_dmabuf_v1 *dmabuf, uint32_t fourcc)
{
    (void)data, (void)dmabuf, (void)fourcc; /* the modifier events say more */
}

static void on_dmabuf_modifier(void *data, struct zwp_linux_dmabuf_v1 *dmabuf, uint32_t fourcc, uint32_t high, uint32_t low)
{
    (void)dmabuf;
    DmabufFormat format = {fourcc, (guint64)high << 32 | low};
    g_array_append_val(((Compositor *)data)->dmabuf_formats, format);
}

static const struct zwp_linux_dmabuf_v1_listener dmabuf_listener = {on_dmabuf_format, on_dmabuf_modifier};

static void on_ping(void *data, struct xdg_wm_base *windows, uint32_t serial)
{
    (void)data;
    xdg_wm_base_pong(windows, serial);
}

static const struct xdg_wm_base_listener windows_listener = {.ping = on_ping};

static void on_global(void *data, struct wl_registry *registry, uint32_t name, const char *interface, uint32_t version)
{
    Compositor *compositor = data;
    if (g_str_equal(interface, wl_compositor_interface.name) && version >= SURFACE_VERSION) {
        compositor->surfaces = wl_registry_bind(registry, name, &wl_compositor_interface, SURFACE_VERSION);
    } else if (g_str_equal(interface, xdg_wm_base_interface.name)) {
        compositor->windows = wl_registry_bind(registry, name, &xdg_wm_base_interface, 1);
        xdg_wm_base_add_listener(compositor->windows, &windows_listener, compositor);
    } else if (g_str_equal(interface, wl_shm_interface.name)) {
        compositor->shm = wl_registry_bind(registry, name, &wl_shm_interface, 1);
        wl_shm_add_listener(compositor->shm, &shm_listener, compositor);
    } else if (g_str_equal(interface, zwp_linux_dmabuf_v1_interface.name) && version >= DMABUF_VERSION) {
        compositor->dmabuf = wl_registry_bind(registry, name, &zwp_linux_dmabuf_v1_interface, DMABUF_VERSION);
        zwp_linux_dmabuf_v1_add_listener(compositor->dmabuf, &dmabuf_listener, compositor);
    } else if (g_str_equal(interface, wp_viewporter_interface.name)) {
        compositor->viewporter = wl_registry_bind(registry, name, &wp_viewporter_interface, 1);
    }
}

static void on_global_removed(void *data, struct wl_registry *registry, uint32_t name)
{
    (void)data, (void)registry, (void)name; /* none of what is used here comes and goes */
}

static const struct wl_registry_listener registry_listener = {on_global, on_global_removed};

static gboolean connect_to(Compositor *compositor, GError **error)
{
    compositor->display = wl_display_connect(NULL);
    if (compositor->display == NULL) {
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                    "No Wayland compositor answers (%s). Start this program within a Wayland session, or set WAYLAND_DISPLAY and "
                    "XDG_RUNTIME_DIR to those of one.",
                    g_strerror(errno));
        return FALSE;
    }
    compositor->registry = wl_display_get_registry(compositor->display);
    wl_registry_add_listener(compositor->registry, &registry_listener, compositor);
    /* The first answer brings the globals, the second what these say of themselves. */
    if (wl_display_roundtrip(compositor->display) < 0 || wl_display_roundtrip(compositor->display) < 0) {
        compositor_set_error(compositor, error);
        return FALSE;
    }
    if (compositor->surfaces == NULL || compositor->windows == NULL || compositor->shm == NULL) {
        g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                            "The compositor lacks wl_compositor version 4, xdg_wm_base or wl_shm: try a newer one.");
        return FALSE;
    }
    return TRUE;
}

Compositor *compositor_new(GError **error)
{
    g_autoptr(Compositor) compositor = g_new0(Compositor, 1);
    compositor->shm_formats = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    compositor->dmabuf_formats = g_array_new(FALSE, FALSE, sizeof(DmabufFormat));
    return connect_to(compositor, error) ? g_steal_pointer(&compositor) : NULL;
}

uint32_t compositor_shm_format(guint32 fourcc)
{
    switch (fourcc) {
    case DRM_FORMAT_ARGB8888:
        return WL_SHM_FORMAT_ARGB8888;
    case DRM_FORMAT_XRGB8888:
        return WL_SHM_FORMAT_XRGB8888;
    default:
        return fourcc;
    }
}

static guint32 fourcc_of(uint32_t shm_format)
{
    switch (shm_format) {
    case WL_SHM_FORMAT_ARGB8888:
        return DRM_FORMAT_ARGB8888;
    case WL_SHM_FORMAT_XRGB8888:
        return DRM_FORMAT_XRGB8888;
    default:
        return shm_format;
    }
}

gboolean compositor_takes_shm(const Compositor *compositor, guint32 fourcc)
{
    for (guint i = 0; i < compositor->shm_formats->len; i++) {
        if (g_array_index(compositor->shm_formats, uint32_t, i) == compositor_shm_format(fourcc))
            return TRUE;
    }
    return FALSE;
}

gboolean compositor_takes_dmabuf(const Compositor *compositor, guint32 fourcc, guint64 modifier)
{
    for (guint i = 0; i < compositor->dmabuf_formats->len; i++) {
        DmabufFormat format = g_array_index(compositor->dmabuf_formats, DmabufFormat, i);
        if (format.fourcc == fourcc && format.modifier == modifier)
            return TRUE;
    }
    return FALSE;
}

/* Adds a modifier to those of a format: a set of guint64 by FourCC code. */
static void add_format(GHashTable *modifiers_of, guint32 fourcc, guint64 modifier)
{
    gpointer key = GUINT_TO_POINTER(fourcc);
    GArray *modifiers = g_hash_table_lookup(modifiers_of, key);
    if (modifiers == NULL) {
        if (g_hash_table_size(modifiers_of) == MAX_FORMATS)
            return;
        modifiers = g_array_new(FALSE, FALSE, sizeof(guint64));
        g_hash_table_insert(modifiers_of, key, modifiers);
    }
    for (guint i = 0; i < modifiers->len; i++) {
        if (g_array_index(modifiers, guint64, i) == modifier)
            return;
    }
    if (modifiers->len < MAX_MODIFIERS)
        g_array_append_val(modifiers, modifier);
}

GVariant *compositor_formats(const Compositor *compositor)
{
    g_autoptr(GHashTable) modifiers_of = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
    GVariantBuilder builder;
    GHashTableIter iter;
    gpointer fourcc, modifiers;
    for (guint i = 0; i < compositor->shm_formats->len; i++)
        add_format(modifiers_of, fourcc_of(g_array_index(compositor->shm_formats, uint32_t, i)), DRM_FORMAT_MOD_LINEAR);
    for (guint i = 0; i < compositor->dmabuf_formats->len; i++) {
        DmabufFormat format = g_array_index(compositor->dmabuf_formats, DmabufFormat, i);
        add_format(modifiers_of, format.fourcc, format.modifier);
    }
    g_variant_builder_init(&builder, G_VARIANT_TYPE("a(uat)"));
    g_hash_table_iter_init(&iter, modifiers_of);
    while (g_hash_table_iter_next(&iter, &fourcc, &modifiers)) {
        GArray *array = modifiers;
        g_variant_builder_add(&builder, "(u@at)", GPOINTER_TO_UINT(fourcc),
                              g_variant_new_fixed_array(G_VARIANT_TYPE_UINT64, array->data, array->len, sizeof(guint64)));
    }
    return g_variant_builder_end(&builder);
}

static void say_nothing(const char *format, va_list arguments)
{
    (void)format, (void)arguments;
}

static void say_on_stderr(const char *format, va_list arguments)
{
    vfprintf(stderr, format, arguments);
}

gboolean compositor_maps(int fd, guint64 size)
{
    g_autoptr(Compositor) trial = compositor_new(NULL);
    if (trial == NULL || size > G_MAXINT32)
        return FALSE;
    wl_log_set_handler_client(say_nothing); /* a refusal is an answer here */
    struct wl_shm_pool *pool = wl_shm_create_pool(trial->shm, fd, (int32_t)size);
    gboolean mapped = wl_display_roundtrip(trial->display) >= 0;
    wl_log_set_handler_client(say_on_stderr);
    wl_shm_pool_destroy(pool);
    return mapped;
}

void compositor_set_error(const Compositor *compositor, GError **error)
{
    const struct wl_interface *interface = NULL;
    int code = wl_display_get_error(compositor->display);
    if (code == EPROTO) {
        uint32_t protocol_code = wl_display_get_protocol_error(compositor->display, &interface, NULL);
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "The compositor ended the connection: error %u of %s.", protocol_code,
                    interface ? interface->name : "an unknown object");
    } else {
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_CLOSED, "The connection to the compositor broke: %s.", g_strerror(code));
    }
}

void compositor_free(Compositor *compositor)
{
    g_array_unref(compositor->shm_formats);
    g_array_unref(compositor->dmabuf_formats);
    g_clear_pointer(&compositor->viewporter, wp_viewporter_destroy);
    g_clear_pointer(&compositor->dmabuf, zwp_linux_dmabuf_v1_destroy);
    g_clear_pointer(&compositor->shm, wl_shm_destroy);
    g_clear_pointer(&compositor->windows, xdg_wm_base_destroy);
    g_clear_pointer(&compositor->surfaces, wl_compositor_destroy);
    g_clear_pointer(&compositor->registry, wl_registry_destroy);
    g_clear_pointer(&compositor->display, wl_display_disconnect);
    g_free(compositor);
}
