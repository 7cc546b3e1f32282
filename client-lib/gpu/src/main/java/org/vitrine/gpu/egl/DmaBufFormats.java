package org.vitrine.gpu.egl;

import java.util.ArrayList;
import java.util.List;
import org.lwjgl.system.JNI;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.api.image.Modifier;

/**
 * Lists what a display imports, for negotiation with producers.
 *
 * @param entries in the driver's order, best modifiers first
 */
public record DmaBufFormats(List<Entry> entries) {
    public DmaBufFormats {
        entries = List.copyOf(entries);
    }

    /**
     * Names one importable format.
     *
     * @param format with {@link Modifier#INVALID} where the driver names no modifiers
     * @param externalOnly whether a shader can only sample it, as {@code GL_TEXTURE_EXTERNAL_OES}: no drawing into it
     */
    public record Entry(DrmFormat format, boolean externalOnly) {}

    /**
     * Asks a display.
     *
     * @throws VitrineException NOT_SUPPORTED if it can't tell; try importing, with LINEAR, then
     */
    public static DmaBufFormats of(EglDisplay display) {
        display.require("EGL_EXT_image_dma_buf_import_modifiers", "Offer LINEAR in the formats that you draw with");
        List<Entry> entries = new ArrayList<>();
        for (int code : codes(display)) {
            entries.addAll(modifiers(display, new FourCc(code)));
        }
        return new DmaBufFormats(entries);
    }

    private static int[] codes(EglDisplay display) {
        long function = EglFunction.QUERY_DMA_BUF_FORMATS.address();
        int[] count = new int[1];
        requireDone(JNI.callPPPI(display.handle(), 0, null, count, function), EglFunction.QUERY_DMA_BUF_FORMATS);
        int[] codes = new int[count[0]];
        if (codes.length > 0) {
            requireDone(
                    JNI.callPPPI(display.handle(), codes.length, codes, count, function),
                    EglFunction.QUERY_DMA_BUF_FORMATS);
        }
        return codes;
    }

    private static List<Entry> modifiers(EglDisplay display, FourCc fourCc) {
        long function = EglFunction.QUERY_DMA_BUF_MODIFIERS.address();
        int[] count = new int[1];
        int code = fourCc.code();
        requireDone(
                JNI.callPPPPI(display.handle(), code, 0, null, null, count, function),
                EglFunction.QUERY_DMA_BUF_MODIFIERS);
        if (count[0] == 0) {
            return List.of(new Entry(new DrmFormat(fourCc, Modifier.INVALID), YuvFormats.contains(fourCc)));
        }
        long[] modifiers = new long[count[0]];
        int[] externalOnly = new int[count[0]];
        requireDone(
                JNI.callPPPPI(display.handle(), code, modifiers.length, modifiers, externalOnly, count, function),
                EglFunction.QUERY_DMA_BUF_MODIFIERS);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < modifiers.length; i++) {
            entries.add(new Entry(new DrmFormat(fourCc, new Modifier(modifiers[i])), externalOnly[i] != 0));
        }
        return entries;
    }

    private static void requireDone(int result, EglFunction function) {
        if (result == 0) {
            throw EglException.ofLastCall(function.function(), "Offer LINEAR in the formats that you draw with");
        }
    }

    /** Returns the formats that can be drawn into and sampled like any texture, best first. */
    public List<DrmFormat> drawable() {
        return entries.stream()
                .filter(entry -> !entry.externalOnly())
                .map(Entry::format)
                .toList();
    }

    /** Returns all formats, best first. */
    public List<DrmFormat> all() {
        return entries.stream().map(Entry::format).toList();
    }

    /** Tells whether a format is listed, and can only be sampled. */
    public boolean isExternalOnly(DrmFormat format) {
        return entries.contains(new Entry(format, true));
    }
}
