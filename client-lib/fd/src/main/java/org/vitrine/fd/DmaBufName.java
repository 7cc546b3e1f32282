package org.vitrine.fd;

import java.nio.charset.StandardCharsets;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/**
 * Holds a name for a dma-buf that shows as itself wherever the kernel prints it.
 *
 * <p>The kernel prints names as they are, so a line break in one would forge lines of {@code fdinfo}; such is refused
 * here. That others do it nevertheless is why {@link FdInspector} never reads that far.
 *
 * @param text at most 31 bytes of UTF-8 ({@code DMA_BUF_NAME_LEN} of {@code linux/dma-buf.h} counts the NUL), no
 *     control characters
 */
public record DmaBufName(String text) {
    private static final int MAX_BYTES = 31;

    /**
     * Checks the text.
     *
     * @throws VitrineException INVALID_ARGUMENT if it is too long, or would not show as itself
     */
    public DmaBufName {
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw refused("The name of a dma-buf has at most " + MAX_BYTES + " bytes. Shorten it");
        }
        if (text.codePoints().anyMatch(DmaBufName::breaksOut)) {
            throw refused("The name of a dma-buf has no line breaks or control characters. Leave them out");
        }
    }

    private static boolean breaksOut(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.FORMAT,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static VitrineException refused(String text) {
        return new VitrineException(ErrorName.INVALID_ARGUMENT, text);
    }
}
