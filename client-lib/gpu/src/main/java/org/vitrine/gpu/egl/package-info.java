/**
 * Turns textures into dma-bufs and back: EGL and OpenGL ES.
 *
 * <p>The way in: an {@link org.vitrine.gpu.egl.EglDisplay} on an {@link org.vitrine.gpu.egl.EglPlatform}, an
 * {@link org.vitrine.gpu.egl.EglContext} on it, current on the thread that made it. What is made in a context is used
 * and closed on that thread, and closed with the context at the latest. Then {@link org.vitrine.gpu.egl.DmaBufTexture}
 * imports a buffer, {@link org.vitrine.gpu.egl.EglRenderTarget} draws into one, and
 * {@link org.vitrine.gpu.egl.TextureExport} exports a texture.
 *
 * <p>libEGL and libGLESv2 are loaded when the first display is opened.
 */
@NullMarked
package org.vitrine.gpu.egl;

import org.jspecify.annotations.NullMarked;
