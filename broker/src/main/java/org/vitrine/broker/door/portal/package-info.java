/** The portal door: everything that a sandboxed application may reach. */
@NullMarked
package org.vitrine.broker.door.portal;

import org.jspecify.annotations.NullMarked;
