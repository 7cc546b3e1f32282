/** Stand in for the transport that dbus-java would use. The only package that knows dbus-java and junixsocket. */
@NullMarked
package org.vitrine.wire.dbusjava;

import org.jspecify.annotations.NullMarked;
