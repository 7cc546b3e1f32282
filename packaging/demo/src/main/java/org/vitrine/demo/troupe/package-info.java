/** Starts and ends what a demonstration needs: a bus, a broker, and programs that report line by line. */
@NullMarked
package org.vitrine.demo.troupe;

import org.jspecify.annotations.NullMarked;
