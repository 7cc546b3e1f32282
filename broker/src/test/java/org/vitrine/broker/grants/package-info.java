@NullMarked
package org.vitrine.broker.grants;

import org.jspecify.annotations.NullMarked;
