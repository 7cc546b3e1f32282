@NullMarked
package org.vitrine.demo;

import org.jspecify.annotations.NullMarked;
