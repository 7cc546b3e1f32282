package org.vitrine.wire.dbusjava;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.freedesktop.dbus.spi.message.ISocketProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.wire.testing.PrivateBusExtension;

/** Our transport is the one in use whatever other providers an application has, and wherever on its class path. */
class ClassPathOrderIT {
    @RegisterExtension
    static final PrivateBusExtension BUS = new PrivateBusExtension();

    @TempDir
    Path folder;

    @Test
    void theStockTransportInFrontOfOursChangesNothing() throws Exception {
        String stockJar = Stream.of(System.getProperty("java.class.path").split(":", -1))
                .filter(entry -> entry.contains("dbus-java-transport-junixsocket"))
                .findFirst()
                .orElseThrow();

        assertThat(connectWithInFront(Path.of(stockJar))).isEqualTo("connected");
    }

    @Test
    void aProviderThatTakesEveryChannelIsNoticed() throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(ISocketProvider.class.getName()), GreedyProvider.class.getName());

        assertThat(connectWithInFront(folder)).contains("dbus-java does not use Vitrine's transport");
    }

    private static String connectWithInFront(Path front) throws Exception {
        List<URL> urls = new ArrayList<>(List.of(front.toUri().toURL()));
        for (String entry : System.getProperty("java.class.path").split(":", -1)) {
            urls.add(url(entry));
        }
        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            @SuppressWarnings("unchecked")
            UnaryOperator<String> connecting = (UnaryOperator<String>) loader.loadClass(ConnectOnce.class.getName())
                    .getConstructor()
                    .newInstance();
            return connecting.apply(BUS.address());
        }
    }

    private static URL url(String entry) throws MalformedURLException {
        return Path.of(entry).toUri().toURL();
    }
}
