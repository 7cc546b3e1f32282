/** Joins what the broker works on: who is there and what they share, the rules, and what has state of its own. */
@NullMarked
package org.vitrine.broker.core;

import org.jspecify.annotations.NullMarked;
