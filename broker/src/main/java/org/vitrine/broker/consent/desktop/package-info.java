/** Finds and uses the desktop's own dialog, the {@code org.freedesktop.impl.portal.Access} of a portal backend. */
@NullMarked
package org.vitrine.broker.consent.desktop;

import org.jspecify.annotations.NullMarked;
