/** Apps in Flatpak's sandbox: what they get, and what they can't reach. */
@NullMarked
package org.vitrine.checks.sandboxes;

import org.jspecify.annotations.NullMarked;
