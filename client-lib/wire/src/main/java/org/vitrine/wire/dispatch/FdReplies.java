package org.vitrine.wire.dispatch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vitrine.wire.message.Header;

/**
 * Remember the last replies that carried descriptors. The driver reports such a reply to us, not to the caller, when
 * the caller has not negotiated descriptor passing; without a word from us it would wait for its timeout. Safe from any
 * thread.
 */
public final class FdReplies {
    private static final int CAPACITY = 1024;

    private final Map<Long, Header> callsByReplySerial = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Header> eldest) {
            return size() > CAPACITY;
        }
    };

    synchronized void remember(long replySerial, Header call) {
        callsByReplySerial.put(replySerial, call);
    }

    /** Take the call whose reply could not be delivered; null if that reply is not known. */
    public synchronized @Nullable Header takeUndelivered(long replySerial) {
        return callsByReplySerial.remove(replySerial);
    }
}
