package org.vitrine.wire.dbusjava;

import java.net.SocketException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.newsclub.net.unix.AFUNIXSocketAddress;

/** Read the Unix sockets out of a bus address (D-Bus specification, "Server Addresses"). */
final class UnixAddress {
    private static final String SCHEME = "unix:";

    private UnixAddress() {}

    /** List the sockets in the order they are to be tried. */
    static List<AFUNIXSocketAddress> parse(String address) {
        List<AFUNIXSocketAddress> sockets = new ArrayList<>();
        for (String alternative : address.split(";", -1)) {
            if (alternative.startsWith(SCHEME)) {
                addSockets(alternative.substring(SCHEME.length()), sockets);
            }
        }
        if (sockets.isEmpty()) {
            throw new IllegalArgumentException("Not the address of a Unix socket: " + address);
        }
        return sockets;
    }

    private static void addSockets(String keys, List<AFUNIXSocketAddress> sockets) {
        for (String pair : keys.split(",", -1)) {
            if (pair.startsWith("path=")) {
                sockets.add(socket(unescape(pair.substring("path=".length()))));
            } else if (pair.startsWith("abstract=")) {
                sockets.add(socket("\0" + unescape(pair.substring("abstract=".length()))));
            }
        }
    }

    /** Percent signs escape bytes; a plus is a plus. */
    private static String unescape(String value) {
        return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static AFUNIXSocketAddress socket(String name) {
        try {
            return AFUNIXSocketAddress.of(name.getBytes(StandardCharsets.UTF_8));
        } catch (SocketException e) {
            throw new IllegalArgumentException("Not the name of a Unix socket", e);
        }
    }
}
