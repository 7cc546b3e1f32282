/**
 * The whole road of a picture: made by each exporter, through the broker, imported by each importer of another process.
 */
@NullMarked
package org.vitrine.checks.road;

import org.jspecify.annotations.NullMarked;
