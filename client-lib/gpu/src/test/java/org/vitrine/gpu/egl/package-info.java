@org.jspecify.annotations.NullMarked
package org.vitrine.gpu.egl;
