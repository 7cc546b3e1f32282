package org.vitrine.gpu.drm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.fd.Fd;
import org.vitrine.fd.FdInspector;
import org.vitrine.fd.InspectedFd;
import org.vitrine.fd.Memfd;
import org.vitrine.fd.OtherMemfd;
import org.vitrine.fd.OwnedFd;

/**
 * Plays the kernel's part: objects, handles that nobody counts, and memfds in place of dma-bufs.
 *
 * <p>As old kernels do, it forgets how a buffer was imported as soon as any handle of it is closed.
 */
final class FakeHandles implements HandleSource, AutoCloseable {
    private final List<OwnedFd> objects = new ArrayList<>();
    private final Map<Integer, Integer> objectOfHandle = new HashMap<>();
    private final Map<Integer, Integer> primeHandleOfObject = new HashMap<>();
    private int lastHandle;

    /** Makes a buffer that is somewhere, but not yet in this device. Returns its index. */
    int makeObject() {
        objects.add(Memfd.create("object", 4096));
        return objects.size() - 1;
    }

    /** Returns a dma-buf of a buffer, owned by the caller. */
    OwnedFd dmaBuf(int object) {
        return objects.get(object).dup();
    }

    /** Makes a new handle, as dumb buffers and legacy names get. */
    int makeHandle(int object) {
        objectOfHandle.put(++lastHandle, object);
        return lastHandle;
    }

    List<Integer> openObjects() {
        return objectOfHandle.values().stream().sorted().toList();
    }

    @Override
    public int importPrime(Fd dmaBuf) {
        int object = objectOf(identity(dmaBuf));
        return primeHandleOfObject.computeIfAbsent(object, this::makeHandle);
    }

    @Override
    public OwnedFd exportPrime(int handle) {
        Integer object = objectOfHandle.get(handle);
        if (object == null) {
            throw new AssertionError("Exported a handle that is closed");
        }
        primeHandleOfObject.putIfAbsent(object, handle);
        return dmaBuf(object);
    }

    @Override
    public void close(int handle) {
        Integer object = objectOfHandle.remove(handle);
        if (object == null) {
            throw new AssertionError("Closed a handle twice");
        }
        primeHandleOfObject.remove(object);
    }

    @Override
    public long identity(Fd dmaBuf) {
        InspectedFd inspected = FdInspector.inspect(dmaBuf);
        if (inspected instanceof OtherMemfd memfd) {
            return memfd.inode();
        }
        throw new AssertionError("Not one of ours: " + inspected);
    }

    private int objectOf(long identity) {
        for (int i = 0; i < objects.size(); i++) {
            if (identity(objects.get(i)) == identity) {
                return i;
            }
        }
        throw new AssertionError("Imported a buffer that is nowhere");
    }

    @Override
    public void close() {
        objects.forEach(OwnedFd::close);
    }
}
