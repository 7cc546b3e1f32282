/** Descriptors. */
@NullMarked
package org.vitrine.fd;

import org.jspecify.annotations.NullMarked;
