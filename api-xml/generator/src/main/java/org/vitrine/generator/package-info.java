/** Turns the contract's XML into Java and into reference pages, when the contract is built. */
@NullMarked
package org.vitrine.generator;

import org.jspecify.annotations.NullMarked;
