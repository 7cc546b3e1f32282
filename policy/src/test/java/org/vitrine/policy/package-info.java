@NullMarked
package org.vitrine.policy;

import org.jspecify.annotations.NullMarked;
