package org.vitrine.broker.grants.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes rows as bytes, and reads them: a version, then permissions and data, each a count and its texts. */
final class RowCodec {
    private static final int VERSION = 1;

    private RowCodec() {}

    static byte[] encode(PermissionRow row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            write(out, row.permissions());
            write(out, row.data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads a row. Fails with a BrokenRowException if the bytes are none. */
    static PermissionRow decode(byte[] bytes) throws IOException {
        try {
            return read(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (EOFException e) {
            throw new BrokenRowException("less than a row");
        }
    }

    private static PermissionRow read(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != VERSION) {
            throw new BrokenRowException("not a row of this version");
        }
        PermissionRow row = new PermissionRow(readLists(in), readLists(in));
        if (in.available() > 0) {
            throw new BrokenRowException("more than a row");
        }
        return row;
    }

    private static void write(DataOutputStream out, Map<String, List<String>> lists) throws IOException {
        out.writeInt(lists.size());
        for (Map.Entry<String, List<String>> entry : lists.entrySet()) {
            write(out, entry.getKey());
            out.writeInt(entry.getValue().size());
            for (String text : entry.getValue()) {
                write(out, text);
            }
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static Map<String, List<String>> readLists(DataInputStream in) throws IOException {
        int size = readCount(in);
        Map<String, List<String>> lists = new HashMap<>();
        for (int i = 0; i < size; i++) {
            String key = readText(in);
            int count = readCount(in);
            List<String> texts = new ArrayList<>();
            for (int j = 0; j < count; j++) {
                texts.add(readText(in));
            }
            lists.put(key, texts);
        }
        return lists;
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(readCount(in)), StandardCharsets.UTF_8);
    }

    /** A count is never more than the bytes that are left. */
    private static int readCount(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > in.available()) {
            throw new BrokenRowException("a count is wrong");
        }
        return count;
    }
}
