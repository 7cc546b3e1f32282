@NullMarked
package org.vitrine.broker.consent;

import org.jspecify.annotations.NullMarked;
