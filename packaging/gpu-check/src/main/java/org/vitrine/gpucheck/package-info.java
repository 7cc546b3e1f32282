/** Sends a picture by every road that this machine has, and writes down what its drivers export, import and refuse. */
@NullMarked
package org.vitrine.gpucheck;

import org.jspecify.annotations.NullMarked;
