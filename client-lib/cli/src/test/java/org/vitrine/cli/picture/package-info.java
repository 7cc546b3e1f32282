@NullMarked
package org.vitrine.cli.picture;

import org.jspecify.annotations.NullMarked;
