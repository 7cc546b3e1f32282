package org.vitrine.checks.strangers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.vitrine.checks.stage.StillPicture;

/** Looks at pixels that programs left in files. */
final class Pixels {
    private Pixels() {}

    /** Hash the pixels of a still picture's whole memory, without the padding of its rows. */
    static String sha256OfStillPicture(byte[] memory) {
        MessageDigest digest = sha256();
        for (int y = 0; y < StillPicture.HEIGHT; y++) {
            digest.update(memory, StillPicture.OFFSET_BYTES + y * StillPicture.STRIDE_BYTES, StillPicture.ROW_BYTES);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Return the red, green and blue bytes of a binary PPM file with that header line. */
    static byte[] rgbOfPpm(byte[] file, String header) {
        int start = header.length() + 1;
        String found = new String(file, 0, Math.min(start, file.length), StandardCharsets.US_ASCII);
        if (!found.equals(header + "\n")) {
            throw new AssertionError("The PPM begins with " + found);
        }
        return Arrays.copyOfRange(file, start, file.length);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has it", e);
        }
    }
}
