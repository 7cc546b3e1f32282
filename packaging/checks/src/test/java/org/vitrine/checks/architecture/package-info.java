/** Holds the rules of docs/architecture.md as tests. */
@NullMarked
package org.vitrine.checks.architecture;

import org.jspecify.annotations.NullMarked;
