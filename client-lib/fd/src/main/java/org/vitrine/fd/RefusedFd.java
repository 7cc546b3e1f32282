package org.vitrine.fd;

/**
 * Describes a descriptor that can't carry an image.
 *
 * @param kind what it is, as far as can be told without touching it
 * @param reason why it is refused, in words safe to send to the peer
 */
public record RefusedFd(FdKind kind, String reason) implements InspectedFd {
    RefusedFd(FdKind kind) {
        this(kind, kind.reason());
    }
}
