/** The D-Bus vocabulary, with no D-Bus library behind it. */
@NullMarked
package org.vitrine.api.dbus;

import org.jspecify.annotations.NullMarked;
