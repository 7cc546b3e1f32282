/** Keeps who may do what with which object: in the desktop's permission store, or in a file of the same meaning. */
@NullMarked
package org.vitrine.broker.grants.table;

import org.jspecify.annotations.NullMarked;
