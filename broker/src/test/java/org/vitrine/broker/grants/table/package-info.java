@NullMarked
package org.vitrine.broker.grants.table;

import org.jspecify.annotations.NullMarked;
