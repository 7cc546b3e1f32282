package org.vitrine.wire.dbusjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsclub.net.unix.AFUNIXSocketAddress;

class UnixAddressTest {
    @Test
    void readsPathsAndAbstractNamesInTheirOrder() {
        assertThat(names("unix:abstract=/tmp/x,guid=12;tcp:host=a,port=1;unix:path=/run/user/1000/bus"))
                .containsExactly("\0/tmp/x", "/run/user/1000/bus");
    }

    @Test
    void unescapesBytesAndLeavesThePlus() {
        assertThat(names("unix:path=/tmp/a%2cb%3b+c")).containsExactly("/tmp/a,b;+c");
    }

    @Test
    void refusesWhatIsNoUnixSocket() {
        for (String address : List.of("", "tcp:host=a", "unix:tmpdir=/tmp", "nonce")) {
            assertThatThrownBy(() -> UnixAddress.parse(address)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static List<String> names(String address) {
        return UnixAddress.parse(address).stream().map(UnixAddressTest::name).toList();
    }

    private static String name(AFUNIXSocketAddress address) {
        return new String(address.getPathAsBytes(), StandardCharsets.UTF_8);
    }
}
