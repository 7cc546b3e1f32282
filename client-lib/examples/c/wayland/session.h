/* Follows one of Vitrine's images, as a portal's client does. */
#ifndef SESSION_H
#define SESSION_H

#include <gio/gio.h>

#include "picture.h"

typedef struct Session Session;

/* Who hears of what happens to the image, from within the main context. */
typedef struct {
    /* The image has these buffers (Picture) from now on; the callee owns them. */
    void (*buffers)(GPtrArray *pictures, gpointer data);
    /* A buffer of these holds a newer frame. */
    void (*frame)(guint index, guint64 sequence, gpointer data);
    /* The session is over. */
    void (*ended)(const char *reason, gpointer data);
    gpointer data;
} SessionListener;

/* Finds an image by id, object path or title, and asks for access; blocks while the user is asked.
 *
 * formats: what the caller can show, a(uat): FourCC codes with their modifiers; consumed if floating.
 * Returns NULL with an error that says what is wrong; the listener hears nothing before session_start(). */
Session *session_new(const char *image, GVariant *formats, const SessionListener *listener, GError **error);

/* What the producer calls the image. Untrusted text. */
const char *session_title(const Session *session);

/* Opens the buffers, and tells the listener of these, of the latest frame and of all that comes. */
gboolean session_start(Session *session, GError **error);

/* Ends the session. */
void session_free(Session *session);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Session, session_free)

#endif
