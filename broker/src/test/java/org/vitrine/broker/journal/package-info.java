@NullMarked
package org.vitrine.broker.journal;

import org.jspecify.annotations.NullMarked;
