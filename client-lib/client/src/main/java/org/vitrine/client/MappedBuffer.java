package org.vitrine.client;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.api.image.Buffer;
import org.vitrine.fd.CpuAccess;
import org.vitrine.fd.DmaBuf;
import org.vitrine.fd.DmaBufFd;
import org.vitrine.fd.InspectedFd;
import org.vitrine.fd.Mapping;
import org.vitrine.fd.OtherMemfd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.RefusedFd;
import org.vitrine.fd.SealedMemfd;
import org.vitrine.fd.SystemCallException;

/** Keeps a delivered buffer's memory mapped. Borrows the buffer's descriptors. */
final class MappedBuffer implements AutoCloseable {
    private final Pixels pixels;
    private final List<Mapping> mappings;
    private final List<OwnedFd> dmaBufs;

    private final Access access;

    private MappedBuffer(Pixels pixels, List<Mapping> mappings, List<OwnedFd> dmaBufs, Access access) {
        this.access = access;
        this.pixels = pixels;
        this.mappings = mappings;
        this.dmaBufs = dmaBufs;
    }

    static MappedBuffer of(Buffer<OwnedFd> buffer, Map<OwnedFd, InspectedFd> storages, Access access) {
        Pixels.linearLayout(buffer.format());
        List<Mapping> mappings = new ArrayList<>();
        List<OwnedFd> dmaBufs = new ArrayList<>();
        Map<OwnedFd, MemorySegment> memory = new HashMap<>();
        try {
            storages.forEach((fd, storage) -> {
                Mapping mapping = map(fd, sizeBytesOf(storage), access);
                mappings.add(mapping);
                memory.put(fd, mapping.segment());
                if (storage instanceof DmaBufFd) {
                    dmaBufs.add(fd);
                }
            });
            Pixels pixels = Pixels.of(buffer.map(fd -> memory.getOrDefault(fd, MemorySegment.NULL)));
            return new MappedBuffer(pixels, mappings, dmaBufs, access);
        } catch (RuntimeException e) {
            mappings.forEach(Mapping::close);
            throw e;
        }
    }

    private static Mapping map(OwnedFd fd, long sizeBytes, Access access) {
        try {
            return switch (access) {
                case READ -> Mapping.readOnly(fd, sizeBytes);
                case WRITE -> Mapping.readWrite(fd, sizeBytes);
            };
        } catch (SystemCallException e) {
            throw UnmappableStorage.of(e);
        }
    }

    private static long sizeBytesOf(InspectedFd storage) {
        return switch (storage) {
            case SealedMemfd memfd -> memfd.sizeBytes();
            case DmaBufFd dmaBuf -> dmaBuf.sizeBytes();
            case OtherMemfd _, RefusedFd _ -> throw new IllegalStateException("storage that was refused before");
        };
    }

    Pixels pixels() {
        return pixels;
    }

    /** Begins access by the processor; the caller closes all that is returned when done. */
    List<CpuAccess> beginAccess() {
        List<CpuAccess> accesses = new ArrayList<>();
        try {
            dmaBufs.forEach(fd -> accesses.add(begin(fd)));
            return accesses;
        } catch (RuntimeException e) {
            accesses.forEach(CpuAccess::close);
            throw e;
        }
    }

    private CpuAccess begin(OwnedFd dmaBuf) {
        return switch (access) {
            case READ -> DmaBuf.read(dmaBuf);
            case WRITE -> DmaBuf.readWrite(dmaBuf);
        };
    }

    @Override
    public void close() {
        mappings.forEach(Mapping::close);
    }
}
