package org.vitrine.wire.message;

import java.util.Arrays;
import java.util.Random;

/** Damages messages as an attacker would: bytes set, lengths blown up, tails cut; the same way for the same seed. */
final class Mutation {
    private static final byte[] TELLING = {0, 1, 2, 7, 8, 0x7f, -0x80, -1, 'a', 'v', 'h', '(', '{', 'l', 'B'};

    private Mutation() {}

    static byte[] of(byte[] message, long seed) {
        Random random = new Random(seed);
        byte[] mutated = message.clone();
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            change(mutated, random);
        }
        return random.nextInt(20) == 0 ? Arrays.copyOf(mutated, random.nextInt(mutated.length)) : mutated;
    }

    private static void change(byte[] message, Random random) {
        int at = random.nextInt(message.length);
        switch (random.nextInt(4)) {
            case 0 -> message[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> message[at] = TELLING[random.nextInt(TELLING.length)];
            case 2 -> Arrays.fill(message, at, Math.min(at + 4, message.length), (byte) -1);
            default -> message[at] = (byte) random.nextInt();
        }
    }
}
