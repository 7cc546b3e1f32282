#include "session.h"

#include <gio/gunixfdlist.h>

#include "vitrine.h"

#define PORTAL_NAME "org.freedesktop.portal.Vitrine"
#define PORTAL_PATH "/org/freedesktop/portal/vitrine"
#define TOKEN "wayland_viewer" /* of the request and of the session: each has one of them */

struct Session {
    SessionListener listener;
    VitrineConsumer1 *portal;
    VitrineOrgFreedesktopPortalSession *object;
    char *image, *path, *title;
    guint generation;
};


/* Takes the first image whose id, path or title is the one wanted. */
static gboolean find_image(Session *session, const char *wanted, GError **error)
{
    g_autoptr(GVariant) images = NULL, properties = NULL;
    GVariantIter iter;
    const char *path;
    if (!vitrine_consumer1_call_list_images_sync(session->portal, g_variant_new("a{sv}", NULL), G_DBUS_CALL_FLAGS_NONE, -1,
                                                 &images, NULL, error))
        return FALSE;
    g_variant_iter_init(&iter, images);
    while (g_variant_iter_loop(&iter, "(&o@a{sv})", &path, &properties)) {
        const char *title = "";
        g_variant_lookup(properties, "title", "&s", &title);
        if (g_str_equal(wanted, path) || g_str_equal(wanted, strrchr(path, '/') + 1) || g_str_equal(wanted, title)) {
            session->image = g_strdup(path);
            session->title = g_strdup(title);
            return TRUE;
        }
    }
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                "There is no image with the id or title \"%s\", or you may not see it. See what there is with: vitrinectl list",
                wanted);
    return FALSE;
}

/* The path of an object that the broker makes for this connection, so that its signals can be listened to beforehand. */
static char *own_path(const Session *session, const char *kind)
{
    GDBusConnection *bus = g_dbus_proxy_get_connection(G_DBUS_PROXY(session->portal));
    g_autofree char *sender = g_strdelimit(g_strdup(g_dbus_connection_get_unique_name(bus) + 1), ".", '_');
    return g_strdup_printf(PORTAL_PATH "/%s/%s/" TOKEN, kind, sender);
}

typedef struct {
    gboolean answered;
    guint response; /* 0 yes, 1 the user said no, 2 see results */
    GVariant *results;
} Answer;

static void on_response(VitrineOrgFreedesktopPortalRequest *request, guint response, GVariant *results, gpointer data)
{
    (void)request;
    Answer *answer = data;
    answer->answered = TRUE;
    answer->response = response;
    answer->results = g_variant_ref(results);
}

static gboolean check_answer(const Answer *answer, GError **error)
{
    const char *message = "The user did not allow it.";
    if (answer->answered && answer->response == 0)
        return TRUE;
    if (!answer->answered)
        message = "The broker went away before there was an answer.";
    else
        g_variant_lookup(answer->results, "message", "&s", &message);
    g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, message);
    return FALSE;
}

static gboolean broker_lives(const Session *session)
{
    g_autofree char *owner = g_dbus_proxy_get_name_owner(G_DBUS_PROXY(session->portal));
    return owner != NULL;
}

/* Asks for access, and waits for the answer. */
static gboolean request_access(Session *session, GVariant *formats, GError **error)
{
    GDBusConnection *bus = g_dbus_proxy_get_connection(G_DBUS_PROXY(session->portal));
    g_autofree char *path = own_path(session, "request"), *made = NULL;
    g_autoptr(VitrineOrgFreedesktopPortalRequest) request = vitrine_org_freedesktop_portal_request_proxy_new_sync(
        bus, G_DBUS_PROXY_FLAGS_DO_NOT_LOAD_PROPERTIES, PORTAL_NAME, path, NULL, error);
    if (request == NULL)
        return FALSE;
    Answer answer = {0};
    g_signal_connect(request, "response", G_CALLBACK(on_response), &answer);
    GVariantDict options;
    g_variant_dict_init(&options, NULL);
    g_variant_dict_insert(&options, "handle_token", "s", TOKEN);
    g_variant_dict_insert(&options, "session_handle_token", "s", TOKEN);
    g_variant_dict_insert(&options, "reason", "s", "Show the image in a window");
    g_variant_dict_insert_value(&options, "formats", formats);
    if (!vitrine_consumer1_call_request_access_sync(session->portal, session->image, g_variant_dict_end(&options),
                                                    G_DBUS_CALL_FLAGS_ALLOW_INTERACTIVE_AUTHORIZATION, -1, &made, NULL, error))
        return FALSE;
    while (!answer.answered && broker_lives(session))
        g_main_context_iteration(NULL, TRUE);
    g_autoptr(GVariant) results = answer.results;
    return check_answer(&answer, error);
}

/* Takes a buffer out of a reply, with descriptors of its own. */
static Picture *take_picture(GVariant *buffer, GUnixFDList *fds, GError **error)
{
    g_autoptr(Picture) picture = g_new0(Picture, 1);
    g_autoptr(GVariantIter) planes = NULL;
    gint32 handle;
    Plane plane;
    g_variant_get(buffer, "(uuuta(huu))", &picture->width, &picture->height, &picture->fourcc, &picture->modifier, &planes);
    while (picture->plane_count < MAX_PLANES
           && g_variant_iter_next(planes, "(huu)", &handle, &plane.offset, &plane.stride)) {
        plane.fd = g_unix_fd_list_get(fds, handle, error);
        if (plane.fd < 0)
            return NULL;
        picture->planes[picture->plane_count++] = plane;
    }
    return g_steal_pointer(&picture);
}

/* Adds one page of the buffers. */
static gboolean open_page(Session *session, GPtrArray *pictures, gboolean *finished, GError **error)
{
    guint generation;
    g_autoptr(GVariant) page = NULL;
    g_autoptr(GUnixFDList) fds = NULL;
    if (!vitrine_consumer1_call_open_buffers_sync(session->portal, session->path, pictures->len,
                                                  G_DBUS_CALL_FLAGS_NONE, -1, NULL, &generation, &page, finished, &fds, NULL,
                                                  error))
        return FALSE;
    if (pictures->len > 0 && generation != session->generation) {
        g_ptr_array_set_size(pictures, 0); /* replaced meanwhile: from the beginning */
        *finished = FALSE;
        session->generation = generation;
        return TRUE;
    }
    session->generation = generation;
    for (gsize i = 0; i < g_variant_n_children(page); i++) {
        g_autoptr(GVariant) buffer = g_variant_get_child_value(page, i);
        Picture *picture = take_picture(buffer, fds, error);
        if (picture == NULL)
            return FALSE;
        g_ptr_array_add(pictures, picture);
    }
    return TRUE;
}

/* Tells which buffer holds the latest frame, if that is known: sessions are told of later ones only. */
static void tell_latest(Session *session, guint buffer_count)
{
    guint generation, index = 0;
    guint64 sequence = 0;
    g_autoptr(GVariant) buffer = NULL, details = NULL;
    gboolean known = vitrine_consumer1_call_open_image_sync(session->portal, session->image, g_variant_new("a{sv}", NULL),
                                                            G_DBUS_CALL_FLAGS_NONE, -1, NULL, &generation, &index, &buffer,
                                                            &details, NULL, NULL, NULL);
    if (known && generation == session->generation && index < buffer_count) {
        g_variant_lookup(details, "sequence", "t", &sequence);
        session->listener.frame(index, sequence, session->listener.data);
    } else if (buffer_count == 1) {
        session->listener.frame(0, 0, session->listener.data);
    }
}

static gboolean open_buffers(Session *session, GError **error)
{
    g_autoptr(GPtrArray) pictures = g_ptr_array_new_with_free_func((GDestroyNotify)picture_free);
    gboolean finished = FALSE;
    while (!finished) {
        if (!open_page(session, pictures, &finished, error))
            return FALSE;
    }
    guint count = pictures->len;
    session->listener.buffers(g_steal_pointer(&pictures), session->listener.data);
    tell_latest(session, count);
    return TRUE;
}

static void on_buffers_changed(VitrineConsumer1 *portal, const char *path, guint generation, gpointer data)
{
    (void)portal, (void)generation;
    Session *session = data;
    g_autoptr(GError) error = NULL;
    if (g_str_equal(path, session->path) && !open_buffers(session, &error))
        g_printerr("%s\n", error->message); /* Closed or another BuffersChanged follows */
}

static void on_frame(VitrineConsumer1 *portal, const char *path, guint generation, guint index, guint64 sequence,
                     GVariant *frame, gpointer data)
{
    (void)portal, (void)frame;
    Session *session = data;
    if (g_str_equal(path, session->path) && generation == session->generation)
        session->listener.frame(index, sequence, session->listener.data);
}

static void on_closed(VitrineOrgFreedesktopPortalSession *object, GVariant *details, gpointer data)
{
    (void)object;
    Session *session = data;
    const char *reason = "unknown";
    g_variant_lookup(details, "reason", "&s", &reason);
    session->listener.ended(reason, session->listener.data);
}

static gboolean begin(Session *session, const char *image, GVariant *formats, GError **error)
{
    session->portal = vitrine_consumer1_proxy_new_for_bus_sync(G_BUS_TYPE_SESSION, G_DBUS_PROXY_FLAGS_DO_NOT_LOAD_PROPERTIES,
                                                               PORTAL_NAME, PORTAL_PATH, NULL, error);
    if (session->portal == NULL || !find_image(session, image, error))
        return FALSE;
    session->path = own_path(session, "session");
    session->object = vitrine_org_freedesktop_portal_session_proxy_new_sync(
        g_dbus_proxy_get_connection(G_DBUS_PROXY(session->portal)), G_DBUS_PROXY_FLAGS_DO_NOT_LOAD_PROPERTIES, PORTAL_NAME,
        session->path, NULL, error);
    if (session->object == NULL)
        return FALSE;
    return request_access(session, formats, error);
}

Session *session_new(const char *image, GVariant *formats, const SessionListener *listener, GError **error)
{
    g_autoptr(GVariant) owned = g_variant_ref_sink(formats);
    g_autoptr(Session) session = g_new0(Session, 1);
    session->listener = *listener;
    return begin(session, image, owned, error) ? g_steal_pointer(&session) : NULL;
}

const char *session_title(const Session *session)
{
    return session->title;
}

gboolean session_start(Session *session, GError **error)
{
    g_signal_connect(session->object, "closed", G_CALLBACK(on_closed), session);
    g_signal_connect(session->portal, "buffers-changed", G_CALLBACK(on_buffers_changed), session);
    g_signal_connect(session->portal, "frame-published", G_CALLBACK(on_frame), session);
    return open_buffers(session, error);
}

void session_free(Session *session)
{
    /* The broker ends the session with the connection. */
    if (session->object != NULL)
        g_signal_handlers_disconnect_by_data(session->object, session);
    if (session->portal != NULL)
        g_signal_handlers_disconnect_by_data(session->portal, session);
    g_clear_object(&session->object);
    g_clear_object(&session->portal);
    g_free(session->image);
    g_free(session->path);
    g_free(session->title);
    g_free(session);
}
