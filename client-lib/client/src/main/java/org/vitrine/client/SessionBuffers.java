package org.vitrine.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.api.image.Buffer;
import org.vitrine.fd.BorrowedFd;
import org.vitrine.fd.CpuAccess;
import org.vitrine.fd.InspectedFd;

/** Holds the buffers of one generation that a session has opened, each mapped when it is first read. */
final class SessionBuffers implements AutoCloseable {
    private final long generation;
    private final List<DeliveredBuffer> buffers;
    private final Map<Integer, MappedBuffer> mapped = new HashMap<>();
    private final List<CpuAccess> reading = new ArrayList<>();

    /** Takes the buffers over. */
    SessionBuffers(long generation, List<DeliveredBuffer> buffers) {
        this.generation = generation;
        this.buffers = List.copyOf(buffers);
    }

    long generation() {
        return generation;
    }

    int count() {
        return buffers.size();
    }

    List<Buffer<BorrowedFd>> all() {
        return buffers.stream().map(DeliveredBuffer::buffer).toList();
    }

    InspectedFd storage(int index) {
        return buffers.get(index).storage(0);
    }

    /** Begins reading a buffer, and ends reading the one before. */
    Pixels read(int index) {
        endReading();
        MappedBuffer buffer =
                mapped.computeIfAbsent(index, first -> buffers.get(first).map(Access.READ));
        reading.addAll(buffer.beginAccess());
        return buffer.pixels();
    }

    private void endReading() {
        reading.forEach(CpuAccess::close);
        reading.clear();
    }

    @Override
    public void close() {
        endReading();
        mapped.values().forEach(MappedBuffer::close);
        mapped.clear();
        buffers.forEach(DeliveredBuffer::close);
    }
}
