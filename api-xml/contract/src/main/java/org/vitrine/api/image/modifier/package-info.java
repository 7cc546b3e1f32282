/** Writes DRM format modifiers as text and reads them back: which bits mean what, vendor by vendor. */
@NullMarked
package org.vitrine.api.image.modifier;

import org.jspecify.annotations.NullMarked;
