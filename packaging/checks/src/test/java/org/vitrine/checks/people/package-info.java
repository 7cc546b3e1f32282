/** What people run: vitrinectl and the demo. */
@NullMarked
package org.vitrine.checks.people;

import org.jspecify.annotations.NullMarked;
