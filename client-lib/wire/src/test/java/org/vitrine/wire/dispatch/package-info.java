@NullMarked
package org.vitrine.wire.dispatch;

import org.jspecify.annotations.NullMarked;
