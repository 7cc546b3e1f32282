/**
 * Decides who may produce, list, read and write which image, from ordered rules.
 *
 * <p>Pure: no D-Bus, no descriptors, no clock. Everything here is immutable and safe for use by any thread.
 */
@NullMarked
package org.vitrine.policy;

import org.jspecify.annotations.NullMarked;
