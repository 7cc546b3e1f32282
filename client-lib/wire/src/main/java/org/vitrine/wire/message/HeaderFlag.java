package org.vitrine.wire.message;

/** Holds the flag bits of a header (D-Bus specification, "Message Format"); other bits are ignored. */
final class HeaderFlag {
    static final int NO_REPLY_EXPECTED = 0x1;
    static final int NO_AUTO_START = 0x2;
    static final int ALLOW_INTERACTIVE_AUTHORIZATION = 0x4;

    private HeaderFlag() {}
}
