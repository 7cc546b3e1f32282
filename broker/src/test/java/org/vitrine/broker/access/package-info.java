@NullMarked
package org.vitrine.broker.access;

import org.jspecify.annotations.NullMarked;
