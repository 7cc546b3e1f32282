/** Puts questions to people: in the desktop's dialog, or at the admin door's agents. */
@NullMarked
package org.vitrine.broker.consent;

import org.jspecify.annotations.NullMarked;
