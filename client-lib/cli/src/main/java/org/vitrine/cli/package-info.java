/** The command {@code vitrinectl}: share, list, show and grab images. */
@NullMarked
package org.vitrine.cli;

import org.jspecify.annotations.NullMarked;
