@NullMarked
package org.vitrine.broker.registry;

import org.jspecify.annotations.NullMarked;
