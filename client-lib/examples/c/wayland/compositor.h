/* The connection to a Wayland compositor, and what the compositor can show. */
#ifndef COMPOSITOR_H
#define COMPOSITOR_H

#include <gio/gio.h>
#include <wayland-client.h>

#include "linux-dmabuf-unstable-v1-client-protocol.h"
#include "viewporter-client-protocol.h"
#include "xdg-shell-client-protocol.h"

typedef struct {
    struct wl_display *display;
    struct wl_registry *registry;
    struct wl_compositor *surfaces;
    struct xdg_wm_base *windows;
    struct wl_shm *shm;
    struct zwp_linux_dmabuf_v1 *dmabuf; /* NULL if the compositor has none, or one older than version 3 */
    struct wp_viewporter *viewporter;   /* NULL if the compositor has none */
    GArray *shm_formats;                /* uint32_t, wl_shm's codes */
    GArray *dmabuf_formats;             /* DmabufFormat */
} Compositor;

typedef struct {
    guint32 fourcc;
    guint64 modifier;
} DmabufFormat;

/* Connects to the compositor that WAYLAND_DISPLAY names. */
Compositor *compositor_new(GError **error);

/* A format's code in wl_shm: that of drm_fourcc.h, save for two that are older. */
uint32_t compositor_shm_format(guint32 fourcc);

gboolean compositor_takes_shm(const Compositor *compositor, guint32 fourcc);
gboolean compositor_takes_dmabuf(const Compositor *compositor, guint32 fourcc, guint64 modifier);

/* All that it takes, as Vitrine wants to know it: a(uat). Floating. */
GVariant *compositor_formats(const Compositor *compositor);

/* Tells whether the compositor can map a pool of that storage. It asks over a connection of its own, because a
 * compositor that can't map ends the connection. */
gboolean compositor_maps(int fd, guint64 size);

/* Says why the connection broke. */
void compositor_set_error(const Compositor *compositor, GError **error);

void compositor_free(Compositor *compositor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Compositor, compositor_free)

#endif
