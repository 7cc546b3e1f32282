package org.vitrine.wire.message;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vitrine.api.dbus.Variant;

/** Runs a message through the decoders as a transport does. */
final class Codec {
    private static final HeaderDecoder HEADERS = new HeaderDecoder();

    /** A decoded message. */
    record Decoded(Header header, List<Object> body) {}

    private Codec() {}

    static EncodedMessage<TestFd> encode(RandomMessages.Sample sample) {
        return MessageEncoder.encode(sample.header(), sample.body(), TestFd.class, MessageLimits.PROTOCOL);
    }

    static Decoded decode(ByteBuffer message, List<TestFd> fds) throws MalformedMessageException {
        return decode(message, fds, MessageLimits.DEFAULTS);
    }

    static Decoded decode(ByteBuffer message, List<TestFd> fds, MessageLimits limits) throws MalformedMessageException {
        Header header = HEADERS.decode(message);
        return new Decoded(header, BodyDecoder.decode(header, message, fds, limits));
    }

    /** Returns a value that equals another exactly when they mean the same; arrays of bytes don't by themselves. */
    static Object comparable(Object value) {
        return switch (value) {
            case byte[] bytes ->
                IntStream.range(0, bytes.length).mapToObj(i -> bytes[i]).toList();
            case List<?> list -> list.stream().map(Codec::comparable).toList();
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> List.of(comparable(entry.getKey()), comparable(entry.getValue())))
                        .toList();
            case Variant<?> variant -> List.of(variant.signature(), comparable(variant.value()));
            default -> value;
        };
    }
}
