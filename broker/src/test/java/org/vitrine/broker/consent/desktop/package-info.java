@NullMarked
package org.vitrine.broker.consent.desktop;

import org.jspecify.annotations.NullMarked;
