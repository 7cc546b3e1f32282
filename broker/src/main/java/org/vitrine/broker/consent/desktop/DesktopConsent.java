package org.vitrine.broker.consent.desktop;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.api.dbus.BusName;
import org.vitrine.broker.access.Asker;
import org.vitrine.broker.consent.AgentDesk;
import org.vitrine.broker.consent.Consent;
import org.vitrine.broker.consent.ConsentSettings;
import org.vitrine.broker.consent.ConsentThread;
import org.vitrine.broker.consent.QuestionWords;
import org.vitrine.wire.Bus;

/** Runs consent for the desktop that this process belongs to. */
public final class DesktopConsent implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopConsent.class);

    /** Beyond the patience that consent itself has. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final ConsentThread thread = new ConsentThread();
    private final Consent consent;

    private DesktopConsent(Bus bus, BaseFolders folders, ConsentSettings settings) {
        Optional<BusName> backend = new PortalBackends(folders).find(AccessInterface.NAME);
        LOG.info("Questions go to {}", backend.map(BusName::value).orElse("agents at the admin door"));
        this.consent = new Consent(
                settings,
                backend.map(
                        name -> new DesktopDialog(bus, name, settings.patience().plus(MARGIN))),
                new QuestionWords(new AppNames(folders)::of),
                thread);
    }

    /**
     * Finds the desktop's backend, once and for all, and uses it. Reads files.
     *
     * @param bus on which dialogs are asked for; stays the caller's, who closes it after this
     * @param environment the variables that tell the desktop
     */
    public static DesktopConsent open(Bus bus, Map<String, String> environment, ConsentSettings settings) {
        return new DesktopConsent(bus, new BaseFolders(environment, Path.of("/")), settings);
    }

    /** Returns who asks. */
    public Asker asker() {
        return consent;
    }

    /** Returns where agents sit. */
    public AgentDesk agents() {
        return consent;
    }

    /** Closes dialogs, ends questions without an answer, and ends the thread. Blocks for 1 s at most. */
    @Override
    public void close() {
        consent.close();
        thread.close();
    }
}
