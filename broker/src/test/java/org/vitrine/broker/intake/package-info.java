@NullMarked
package org.vitrine.broker.intake;

import org.jspecify.annotations.NullMarked;
