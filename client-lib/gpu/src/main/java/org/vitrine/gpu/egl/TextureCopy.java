package org.vitrine.gpu.egl;

import static org.lwjgl.opengles.GLES20.GL_COMPILE_STATUS;
import static org.lwjgl.opengles.GLES20.GL_FRAGMENT_SHADER;
import static org.lwjgl.opengles.GLES20.GL_LINK_STATUS;
import static org.lwjgl.opengles.GLES20.GL_TEXTURE0;
import static org.lwjgl.opengles.GLES20.GL_TRIANGLE_STRIP;
import static org.lwjgl.opengles.GLES20.GL_VERTEX_SHADER;

import org.lwjgl.opengles.GLES20;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/** Draws one texture over the whole of another, as red, green, blue and alpha. Holds a small program of the GPU. */
public final class TextureCopy extends EglResource {
    private static final String VERTEX = """
            attribute vec2 corner;
            varying vec2 place;
            void main() {
                place = corner;
                gl_Position = vec4(corner * 2.0 - 1.0, 0.0, 1.0);
            }
            """;
    private static final String FRAGMENT = """
            %sprecision highp float;
            varying vec2 place;
            uniform %s picture;
            void main() {
                gl_FragColor = texture2D(picture, place);
            }
            """;
    private static final float[] CORNERS = {0, 0, 1, 0, 0, 1, 1, 1};

    private final GlTexture.Kind kind;
    private final int program;

    private TextureCopy(EglContext context, GlTexture.Kind kind) {
        super(context);
        this.kind = kind;
        this.program = GLES20.glCreateProgram();
    }

    /**
     * Makes a copier for textures of one kind.
     *
     * @return the caller's to close
     * @throws VitrineException NOT_SUPPORTED if the driver can't compile it
     */
    public static TextureCopy of(EglContext context, GlTexture.Kind kind) {
        TextureCopy copy = new TextureCopy(context, kind);
        try {
            copy.build();
            return copy;
        } catch (RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    private void build() {
        attach(GL_VERTEX_SHADER, VERTEX);
        attach(
                GL_FRAGMENT_SHADER,
                switch (kind) {
                    case PLAIN -> FRAGMENT.formatted("", "sampler2D");
                    case EXTERNAL ->
                        FRAGMENT.formatted("#extension GL_OES_EGL_image_external : require\n", "samplerExternalOES");
                });
        GLES20.glBindAttribLocation(program, 0, "corner");
        GLES20.glLinkProgram(program);
        require(GLES20.glGetProgrami(program, GL_LINK_STATUS));
    }

    private void attach(int shaderKind, String source) {
        int shader = GLES20.glCreateShader(shaderKind);
        try {
            GLES20.glShaderSource(shader, source);
            GLES20.glCompileShader(shader);
            require(GLES20.glGetShaderi(shader, GL_COMPILE_STATUS));
            GLES20.glAttachShader(program, shader);
        } finally {
            GLES20.glDeleteShader(shader);
        }
    }

    private void require(int status) {
        if (status == 0) {
            throw new VitrineException(
                    ErrorName.NOT_SUPPORTED,
                    "The driver can't sample textures of kind " + kind + ". Map the buffer with the processor instead");
        }
    }

    /**
     * Draws the source over the whole of the target, scaled without smoothing. Doesn't wait for the GPU.
     *
     * @param source of this copier's kind
     * @throws VitrineException NOT_SUPPORTED if the driver refuses
     */
    public void draw(GlTexture source, Framebuffer target) {
        requireUsable();
        if (source.kind() != kind) {
            throw new IllegalArgumentException("This copies textures of kind " + kind);
        }
        GlErrors.forget();
        target.bind();
        GLES20.glUseProgram(program);
        GLES20.glActiveTexture(GL_TEXTURE0);
        source.bind();
        GLES20.glUniform1i(GLES20.glGetUniformLocation(program, "picture"), 0);
        int corners = GLES20.glGenBuffers();
        try {
            GLES20.glBindBuffer(GLES20.GL_ARRAY_BUFFER, corners);
            GLES20.glBufferData(GLES20.GL_ARRAY_BUFFER, CORNERS, GLES20.GL_STREAM_DRAW);
            GLES20.glVertexAttribPointer(0, 2, GLES20.GL_FLOAT, false, 0, 0L);
            GLES20.glEnableVertexAttribArray(0);
            GLES20.glDrawArrays(GL_TRIANGLE_STRIP, 0, CORNERS.length / 2);
            GLES20.glDisableVertexAttribArray(0);
        } finally {
            GLES20.glDeleteBuffers(corners);
        }
        GlErrors.check("glDrawArrays", "Use another format");
    }

    @Override
    void release() {
        GLES20.glDeleteProgram(program);
    }
}
