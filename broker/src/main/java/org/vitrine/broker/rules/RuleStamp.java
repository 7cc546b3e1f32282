package org.vitrine.broker.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vitrine.api.error.VitrineException;

/**
 * Tells one state of the rule files from another without reading them.
 *
 * @param marks what the kernel shows of each file
 */
record RuleStamp(List<String> marks) {
    RuleStamp {
        marks = List.copyOf(marks);
    }

    /** Takes the stamp. A file's change time (stat(2)) follows its content, its mode and its links. */
    static RuleStamp of(RulePlaces places) {
        List<String> marks = new ArrayList<>();
        try {
            for (Path file : places.files()) {
                marks.add(file + " " + mark(file));
            }
        } catch (VitrineException unreadable) {
            marks.add(unreadable.text());
        }
        return new RuleStamp(marks);
    }

    private static String mark(Path file) {
        try {
            Map<String, Object> shown = Files.readAttributes(file, "unix:dev,ino,size,mode,ctime");
            return List.of("dev", "ino", "size", "mode", "ctime").stream()
                    .map(key -> String.valueOf(shown.get(key)))
                    .toList()
                    .toString();
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        }
    }
}
