/** Shows images in a real Wayland compositor, through the example program, and compares what is then on the screen. */
@NullMarked
package org.vitrine.checks.wayland;

import org.jspecify.annotations.NullMarked;
