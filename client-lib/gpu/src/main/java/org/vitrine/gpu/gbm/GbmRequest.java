package org.vitrine.gpu.gbm;

import java.util.List;
import java.util.Set;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.FourCc;
import org.vitrine.api.image.Modifier;

/**
 * Says what buffer object to make.
 *
 * @param widthPixels 1 to {@value Buffer#MAX_PIXELS}
 * @param heightPixels 1 to {@value Buffer#MAX_PIXELS}
 * @param fourCc how a pixel is stored
 * @param uses what it is for
 * @param modifiers the driver takes the best of these; none to leave it a free hand, without anybody learning how the
 *     pixels are arranged
 */
public record GbmRequest(int widthPixels, int heightPixels, FourCc fourCc, Set<GbmUse> uses, List<Modifier> modifiers) {
    public GbmRequest {
        uses = Set.copyOf(uses);
        modifiers = List.copyOf(modifiers);
        if (widthPixels < 1
                || widthPixels > Buffer.MAX_PIXELS
                || heightPixels < 1
                || heightPixels > Buffer.MAX_PIXELS) {
            throw new IllegalArgumentException("A buffer is 1 to " + Buffer.MAX_PIXELS + " pixels wide and high");
        }
        if (modifiers.contains(Modifier.INVALID)) {
            throw new IllegalArgumentException("INVALID is no modifier to choose: give none instead");
        }
    }
}
