package org.vitrine.broker.grants.table;

import java.util.ArrayList;
import java.util.List;

/** Reads what strace saw of a {@link CrashingWriter}: was each change on the disk before it was acknowledged? */
record SyncTrace(List<String> lines) {
    /** Returns what is wrong, by the number of the acknowledgement, from 0 on; nothing if all is well. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        boolean written = false;
        boolean synced = false;
        int acknowledged = 0;
        for (String line : lines) {
            if (line.contains("pwrite64(") && line.contains("/grants.db>")) {
                written = true;
                synced = false;
            } else if (line.matches(".*(fsync|fdatasync)(\\(.*/grants.db>\\)| resumed>.*) += 0")) {
                synced = true;
            } else if (line.contains("write(1") && line.contains(CrashingWriter.ACKNOWLEDGED)) {
                if (!written || !synced) {
                    faults.add(acknowledged + (written ? " was not synced" : " was not written"));
                }
                acknowledged++;
                written = false;
            }
        }
        if (acknowledged != CrashingWriter.changes().size()) {
            faults.add("only " + acknowledged + " were acknowledged");
        }
        return faults;
    }
}
