/** The contract as the generator knows it, whole and checked. */
@NullMarked
package org.vitrine.generator.model;

import org.jspecify.annotations.NullMarked;
