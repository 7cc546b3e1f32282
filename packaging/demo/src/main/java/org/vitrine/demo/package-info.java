/** Shows the main job with real processes: what {@code ./run} runs. */
@NullMarked
package org.vitrine.demo;

import org.jspecify.annotations.NullMarked;
