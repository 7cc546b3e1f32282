package org.vitrine.wire.message;

import java.util.Collections;
import java.util.List;

/**
 * Holds a decoded message.
 *
 * @param <F> what an {@code h} in the body is
 * @param body one value for each complete type of the header's signature, in the Java types of the D-Bus vocabulary
 */
public record Message<F>(Header header, List<Object> body) {
    public Message {
        body = Collections.unmodifiableList(body);
    }
}
