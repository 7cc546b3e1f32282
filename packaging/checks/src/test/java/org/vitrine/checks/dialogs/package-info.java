/** What the desktop shows a user who is asked: a backend that is played, and the real one of GTK. */
@NullMarked
package org.vitrine.checks.dialogs;

import org.jspecify.annotations.NullMarked;
