package org.vitrine.broker.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.RawBuffer;
import org.vitrine.broker.identity.Caller;
import org.vitrine.broker.identity.PeerProcess;
import org.vitrine.broker.identity.ProcessFiles;
import org.vitrine.fd.ClosingThread;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.RemoteFd;
import org.vitrine.fd.SystemCallException;
import org.vitrine.policy.User;
import org.vitrine.wire.ReceivedFd;

/** Clones descriptors out of the process that called, with pidfd_getfd(2). */
public final class RemoteDescriptors {
    private static final int MAX_DESCRIPTORS = 64;

    private final ProcessFiles files;

    /** Makes it for the kernel's own processes. */
    public RemoteDescriptors() {
        this.files = ProcessFiles.ofKernel();
    }

    /**
     * Holds clones until they are closed; those taken meanwhile are not.
     *
     * @param buffers the buffers with their clones
     * @param clones every clone once
     */
    public record Cloned(List<RawBuffer<ReceivedFd>> buffers, List<ReceivedFd> clones) implements AutoCloseable {
        public Cloned {
            buffers = List.copyOf(buffers);
            clones = List.copyOf(clones);
        }

        @Override
        public void close() {
            closeUntaken(clones);
        }
    }

    /**
     * Clones every descriptor that the buffers name, once.
     *
     * @throws VitrineException with NotAllowed if the process is not proven to be the caller's, is another user's,
     *     whose program could have become one with more rights meanwhile (execve(2)), or the kernel forbids it;
     *     InvalidDescriptor if it has no such descriptor open
     */
    public Cloned clone(Caller caller, List<RawBuffer<Integer>> buffers) {
        PeerProcess process = caller.process()
                .filter(_ -> caller.subject().user() == User.OWN)
                .orElseThrow(RemoteDescriptors::notProven);
        Map<Integer, ReceivedFd> clones = new HashMap<>();
        boolean complete = false;
        try {
            for (RawBuffer<Integer> buffer : buffers) {
                buffer.planes().forEach(plane -> clones.computeIfAbsent(plane.fd(), number -> clone(process, number)));
                requireFew(clones.size());
            }
            complete = true;
        } finally {
            if (!complete) {
                closeUntaken(List.copyOf(clones.values()));
            }
        }
        List<RawBuffer<ReceivedFd>> cloned = buffers.stream()
                .map(buffer -> buffer.<ReceivedFd>map(n -> Objects.requireNonNull(clones.get(n))))
                .toList();
        return new Cloned(cloned, List.copyOf(clones.values()));
    }

    private ReceivedFd clone(PeerProcess process, int number) {
        if (number < 0) {
            throw noSuchDescriptor(number);
        }
        try {
            return new ReceivedFd(new RemoteFd(process.pid(), number).dup(() -> files.isSameProcess(process)));
        } catch (SystemCallException e) {
            throw refusal(e, number);
        }
    }

    private static VitrineException refusal(SystemCallException e, int number) {
        if (e.isExhaustion()) {
            return new VitrineException(
                    ErrorName.LIMITS_EXCEEDED, "The broker can open no more descriptors: try again later", e);
        }
        return switch (e.errno()) {
            case EBADF -> noSuchDescriptor(number);
            default ->
                new VitrineException(
                        ErrorName.NOT_ALLOWED, "The kernel forbids it: pass descriptors with Advertise", e);
        };
    }

    private static VitrineException noSuchDescriptor(int number) {
        return new VitrineException(ErrorName.INVALID_DESCRIPTOR, "The caller has no descriptor " + number + " open");
    }

    private static void requireFew(int count) {
        if (count > MAX_DESCRIPTORS) {
            throw new VitrineException(
                    ErrorName.LIMITS_EXCEEDED, "At most " + MAX_DESCRIPTORS + " descriptors are cloned in one call");
        }
    }

    private static VitrineException notProven() {
        return new VitrineException(
                ErrorName.NOT_ALLOWED, "The calling process could not be established: pass descriptors with Advertise");
    }

    private static void closeUntaken(List<ReceivedFd> clones) {
        for (ReceivedFd clone : clones) {
            OwnedFd left = clone.takeIfHeld();
            if (left != null) {
                ClosingThread.closeLater(left);
            }
        }
    }
}
