@NullMarked
package org.vitrine.checks.dialogs;

import org.jspecify.annotations.NullMarked;
