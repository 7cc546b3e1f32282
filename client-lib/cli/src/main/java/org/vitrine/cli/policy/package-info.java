/** Checks and tries rules, without a broker. */
@NullMarked
package org.vitrine.cli.policy;

import org.jspecify.annotations.NullMarked;
