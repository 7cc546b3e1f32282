/** Writes reference pages in Markdown. */
@NullMarked
package org.vitrine.generator.pages;

import org.jspecify.annotations.NullMarked;
