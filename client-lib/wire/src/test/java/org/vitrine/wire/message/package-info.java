@NullMarked
package org.vitrine.wire.message;

import org.jspecify.annotations.NullMarked;
