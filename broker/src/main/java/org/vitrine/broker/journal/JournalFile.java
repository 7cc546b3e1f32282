package org.vitrine.broker.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Appends lines to the journal's present file. Used by one thread. */
final class JournalFile implements Closeable {
    private final JournalFiles files;
    private final long maxFileBytes;
    private @Nullable FileChannel channel;

    JournalFile(JournalFiles files, long maxFileBytes) {
        this.files = files;
        this.maxFileBytes = maxFileBytes;
    }

    /**
     * Appends a line in one write, so that whoever kills the broker leaves half a line at most. After a failure the
     * file is opened anew.
     */
    void append(String line) throws IOException {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            FileChannel open = channelFor(bytes.length);
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                open.write(buffer);
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private FileChannel channelFor(int bytes) throws IOException {
        FileChannel open = opened();
        if (open.position() > 0 && open.position() + bytes > maxFileBytes) {
            close();
            files.rotate();
            open = opened();
        }
        return open;
    }

    private FileChannel opened() throws IOException {
        FileChannel present = channel;
        if (present == null) {
            present = files.openToWrite();
            channel = present;
            present.position(present.size());
            closeHalfLine(present);
        }
        return present;
    }

    /** Ends a line that a broker began and did not come to end. */
    private static void closeHalfLine(FileChannel open) throws IOException {
        long size = open.size();
        ByteBuffer last = ByteBuffer.allocate(1);
        if (size > 0 && open.read(last, size - 1) == 1 && last.get(0) != '\n') {
            open.write(ByteBuffer.wrap(new byte[] {'\n'}));
        }
    }

    @Override
    public void close() {
        FileChannel present = channel;
        channel = null;
        if (present != null) {
            try {
                present.close();
            } catch (IOException e) {
                return; // what was written is written
            }
        }
    }
}
