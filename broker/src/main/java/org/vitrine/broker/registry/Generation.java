package org.vitrine.broker.registry;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.RawBuffer;
import org.vitrine.broker.intake.AcceptedBuffers;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;

/** Holds one set of an image's buffers, and owns their descriptors. */
public final class Generation {
    private final long number;
    private final Buffer<OwnedFd> first;
    private final List<RawBuffer<Fd>> deliverable = new ArrayList<>();
    private final List<OwnedFd> descriptors = new ArrayList<>();
    private boolean sealed = true;

    private Generation(long number, AcceptedBuffers buffers) {
        this.number = number;
        this.first = buffers.buffers().getFirst();
        add(buffers);
    }

    /** Makes a generation of buffers, whose descriptors it owns from now on. */
    public static Generation ofAccepted(long number, AcceptedBuffers buffers) {
        return new Generation(number, buffers);
    }

    void add(AcceptedBuffers more) {
        IdentityHashMap<OwnedFd, Fd> borrowed = new IdentityHashMap<>();
        more.descriptors().forEach(fd -> borrowed.put(fd, fd.borrow()));
        more.buffers().forEach(buffer -> deliverable.add(buffer.toRaw().<Fd>map(borrowed::get)));
        descriptors.addAll(more.descriptors());
        sealed &= more.sealedAgainstWriting();
    }

    List<OwnedFd> descriptors() {
        return descriptors;
    }

    /** Returns its number, from 1. */
    public long number() {
        return number;
    }

    /** Returns the width that all buffers have. */
    public int widthPixels() {
        return first.widthPixels();
    }

    /** Returns the height that all buffers have. */
    public int heightPixels() {
        return first.heightPixels();
    }

    /** Returns the format that all buffers have. */
    public DrmFormat format() {
        return first.format();
    }

    /** Returns how many planes each buffer has. */
    public int planeCount() {
        return first.planes().size();
    }

    /** Returns how many buffers there are. */
    public int size() {
        return deliverable.size();
    }

    /** Returns one buffer with descriptors that stay this generation's. */
    public RawBuffer<Fd> buffer(int index) {
        return deliverable.get(index);
    }

    /** Returns whether the kernel keeps everybody from writing into any of the buffers through what is handed out. */
    public boolean isSealedAgainstWriting() {
        return sealed;
    }

    boolean looksLike(AcceptedBuffers other) {
        Buffer<OwnedFd> theirs = other.buffers().getFirst();
        return theirs.widthPixels() == widthPixels()
                && theirs.heightPixels() == heightPixels()
                && theirs.format().equals(format())
                && theirs.planes().size() == planeCount();
    }
}
