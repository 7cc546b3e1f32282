@NullMarked
package org.vitrine.broker.rules;

import org.jspecify.annotations.NullMarked;
