/** Turns files into pixels as the kernel names them, and back. */
@NullMarked
package org.vitrine.cli.picture;

import org.jspecify.annotations.NullMarked;
