@NullMarked
package org.vitrine.demo.troupe;

import org.jspecify.annotations.NullMarked;
