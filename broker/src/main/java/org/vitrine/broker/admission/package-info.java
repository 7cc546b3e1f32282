/**
 * Lets consumers in: by rules and manifests at once, else by what is remembered, else by what the user says; and ends
 * what rests on something that is no more.
 */
@NullMarked
package org.vitrine.broker.admission;

import org.jspecify.annotations.NullMarked;
