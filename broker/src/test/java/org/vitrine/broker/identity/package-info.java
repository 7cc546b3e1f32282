@NullMarked
package org.vitrine.broker.identity;

import org.jspecify.annotations.NullMarked;
