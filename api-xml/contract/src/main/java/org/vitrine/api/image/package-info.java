/**
 * Describes images: DRM formats and modifiers, planes, buffers, and the one check that turns a peer's description into
 * a trusted one.
 *
 * <p>Types ending in nothing are trusted; types beginning with {@code Raw} hold what a peer said. Every type that holds
 * a descriptor is generic in its kind, so that the same code serves owned, borrowed, received and absent descriptors.
 */
@NullMarked
package org.vitrine.api.image;

import org.jspecify.annotations.NullMarked;
