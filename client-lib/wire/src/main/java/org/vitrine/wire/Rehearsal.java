package org.vitrine.wire;

import java.util.List;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.error.ErrorName;
import org.vitrine.fd.Memfd;
import org.vitrine.wire.dispatch.Answers;
import org.vitrine.wire.dispatch.FdReplies;
import org.vitrine.wire.message.Header;
import org.vitrine.wire.transport.ReceivedFds;
import org.vitrine.wire.transport.SerialNumbers;

/**
 * Load what refusing a call needs, while it can be loaded. A class that is first wanted when the process has no
 * descriptor left to open its file with stays unusable for ever, and so would every refusal.
 */
final class Rehearsal {
    private Rehearsal() {}

    static void run() {
        Header call = Header.call(ObjectPath.ROOT, null, "Rehearse")
                .sender(":1.0")
                .serial(1)
                .build();
        Answers answers = new Answers(message -> {}, new SerialNumbers(), new FdReplies(), 1, () -> {});
        answers.fail(call, ErrorName.DESCRIPTORS_LOST, "Only a rehearsal");
        new ReceivedFds(List.of(Memfd.create("rehearsal", 0)), true).closeUntaken();
    }
}
