/** The admin door: who shares what with whom, and taking it back. */
@NullMarked
package org.vitrine.broker.door.admin;

import org.jspecify.annotations.NullMarked;
