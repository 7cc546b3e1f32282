/**
 * Sees who shares what with whom, takes it back, and answers what programs ask for: the admin door, for programs of the
 * broker's own user outside of sandboxes.
 *
 * <pre>{@code
 * try (AdminDoor admin = AdminDoor.connect(options)) {
 *     for (AdminSession session : admin.sessions()) {
 *         if (session.app().equals(app)) {
 *             admin.revoke(session.path());
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>Methods block for the broker's answer, and are safe for use by many threads, but not on the bus's reader thread,
 * where listeners are called. What the broker refuses is thrown as {@link org.vitrine.api.error.VitrineException}.
 * Titles, application ids and reasons are other programs' text: make them harmless before they reach a screen.
 */
@NullMarked
package org.vitrine.client.admin;

import org.jspecify.annotations.NullMarked;
