@NullMarked
package org.vitrine.broker.door;

import org.jspecify.annotations.NullMarked;
