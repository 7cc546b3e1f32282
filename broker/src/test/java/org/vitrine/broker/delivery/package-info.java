@NullMarked
package org.vitrine.broker.delivery;

import org.jspecify.annotations.NullMarked;
