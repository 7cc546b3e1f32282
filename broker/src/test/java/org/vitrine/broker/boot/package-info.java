@NullMarked
package org.vitrine.broker.boot;

import org.jspecify.annotations.NullMarked;
