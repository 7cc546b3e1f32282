/** Lets programs that use nothing of ours talk to the real broker. */
@NullMarked
package org.vitrine.checks.strangers;

import org.jspecify.annotations.NullMarked;
