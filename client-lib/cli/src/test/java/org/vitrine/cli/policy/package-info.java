@NullMarked
package org.vitrine.cli.policy;

import org.jspecify.annotations.NullMarked;
