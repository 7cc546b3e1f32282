/** Reads the contract's XML, and the error names. */
@NullMarked
package org.vitrine.generator.xml;

import org.jspecify.annotations.NullMarked;
