package org.vitrine.wire.outgoing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.ClosingThread;
import org.vitrine.fd.OwnedFd;
import org.vitrine.wire.Credentials;

/** Ask the driver who a peer is (D-Bus specification, {@code GetConnectionCredentials}). */
public final class CredentialsQuery {
    private static final String PROCESS_FD = "ProcessFD";

    private final Driver driver;

    public CredentialsQuery(Driver driver) {
        this.driver = driver;
    }

    /** Ask. Never blocks; completes on the reader thread, or on the timer's when the driver is silent. */
    public CompletionStage<Credentials> of(UniqueName peer) {
        return driver.getConnectionCredentials(peer.value()).thenApply(CredentialsQuery::read);
    }

    private static Credentials read(Map<String, Variant<OwnedFd>> answer) {
        answer.forEach((key, variant) -> discardUnless(key.equals(PROCESS_FD), variant.value()));
        Object uid = valueOf(answer, "UnixUserID");
        Object pid = valueOf(answer, "ProcessID");
        Object pidFd = valueOf(answer, PROCESS_FD);
        Object gids = valueOf(answer, "UnixGroupIDs");
        Object label = valueOf(answer, "LinuxSecurityLabel");
        if (!(uid instanceof Long knownUid)) {
            discardUnless(false, pidFd);
            throw new VitrineException(ErrorName.FAILED, "The bus does not know the user of this peer");
        }
        return new Credentials(
                knownUid,
                pid instanceof Long knownPid ? OptionalLong.of(knownPid) : OptionalLong.empty(),
                pidFd instanceof OwnedFd fd ? Optional.of(fd) : Optional.empty(),
                gids instanceof List<?> list ? Optional.of(numbers(list)) : Optional.empty(),
                label instanceof byte[] bytes ? Optional.of(text(bytes)) : Optional.empty());
    }

    private static @Nullable Object valueOf(Map<String, Variant<OwnedFd>> answer, String key) {
        Variant<OwnedFd> variant = answer.get(key);
        return variant == null ? null : variant.value();
    }

    private static void discardUnless(boolean wanted, @Nullable Object value) {
        if (!wanted && value instanceof OwnedFd fd) {
            ClosingThread.closeLater(fd);
        }
    }

    private static Set<Long> numbers(List<?> list) {
        return list.stream()
                .filter(Long.class::isInstance)
                .map(Long.class::cast)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String text(byte[] label) {
        int length = label.length > 0 && label[label.length - 1] == 0 ? label.length - 1 : label.length;
        return new String(label, 0, length, StandardCharsets.UTF_8);
    }
}
