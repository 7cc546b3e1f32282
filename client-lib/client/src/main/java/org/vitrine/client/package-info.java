/**
 * Shares images with other programs, and looks at theirs.
 *
 * <p>A producer calls {@link Vitrine#share} and draws into memory that its consumers see, with no copy in between.
 *
 * <p>A consumer calls {@link Vitrine#open} and reads the very memory that the producer drew into; one that wants every
 * new frame calls {@link Vitrine#requestAccess}.
 *
 * <p>Everything that holds a descriptor or a mapping is {@link AutoCloseable}; closing the {@link Vitrine} closes what
 * was left open. Methods block for one answer of the broker at most; all are safe for use by many threads unless they
 * say otherwise. What the broker refuses is thrown as {@link org.vitrine.api.error.VitrineException} with its name.
 */
@NullMarked
package org.vitrine.client;

import org.jspecify.annotations.NullMarked;
