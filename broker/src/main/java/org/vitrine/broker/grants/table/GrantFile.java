package org.vitrine.broker.grants.table;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * Keeps rows in a file that survives the end of the program, and of the machine, at any moment: what was written is on
 * the disk when a call returns. One program at a time has it open. Blocks; for one thread. What is wrong with the file
 * is an {@code MVStoreException}, after which this can only be closed.
 */
final class GrantFile implements AutoCloseable {
    private static final String MAP = "permissions";
    private static final int CACHE_MIB = 1;

    private final MVStore store;
    private final MVMap<String, byte[]> rows;

    private GrantFile(MVStore store) {
        this.store = store;
        this.rows = store.openMap(
                MAP,
                new MVMap.Builder<String, byte[]>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
    }

    /** Opens a file, making it and its folder if they are not there, for the user alone to read. */
    static GrantFile open(Path path) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && !Files.exists(path)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (FileChannel entry = FileChannel.open(folder, StandardOpenOption.READ)) {
                entry.force(true); // a file is lost with its name
            }
        }
        MVStore store = new MVStore.Builder()
                .fileName(path.toString())
                .autoCommitDisabled()
                .cacheSize(CACHE_MIB)
                .open();
        try {
            return new GrantFile(store);
        } catch (RuntimeException e) {
            store.closeImmediately();
            throw e;
        }
    }

    PermissionRow get(String object) throws IOException {
        byte[] bytes = rows.get(object);
        return bytes == null ? PermissionRow.NONE : RowCodec.decode(bytes);
    }

    boolean contains(String object) {
        return rows.containsKey(object);
    }

    void put(String object, PermissionRow row) {
        rows.put(object, RowCodec.encode(row));
        persist();
    }

    void remove(String object) {
        rows.remove(object);
        persist();
    }

    List<String> objects() {
        return List.copyOf(rows.keySet());
    }

    private void persist() {
        store.commit();
        store.sync();
    }

    /** Closes the file as it is. All that counts is in it. */
    @Override
    public void close() {
        store.closeImmediately();
    }
}
