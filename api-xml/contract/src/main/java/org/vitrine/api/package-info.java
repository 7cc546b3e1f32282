/** What both doors of the broker and their clients agree on. */
@NullMarked
package org.vitrine.api;

import org.jspecify.annotations.NullMarked;
