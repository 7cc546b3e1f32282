/** Measures the broker beside a C service in the same run: ratios hold on any machine, times do not. */
@NullMarked
package org.vitrine.bench;

import org.jspecify.annotations.NullMarked;
