@NullMarked
package org.vitrine.broker.admission;

import org.jspecify.annotations.NullMarked;
