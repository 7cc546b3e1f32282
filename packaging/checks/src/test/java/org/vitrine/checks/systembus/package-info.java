/** The broker on a system bus, among several users. */
@NullMarked
package org.vitrine.checks.systembus;

import org.jspecify.annotations.NullMarked;
