package org.vitrine.cli.policy;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.vitrine.policy.PolicyFile;
import org.vitrine.policy.PolicyFileException;

/**
 * Tells what is in a rule file.
 *
 * @param rules how many rules; 0 if it has an error
 * @param fault its first error; empty if it is good
 */
record CheckedFile(int rules, Optional<Fault> fault) {
    /**
     * Says what is wrong.
     *
     * @param line from 1; 0 where it is the whole file
     * @param column from 1; 0 where it is the whole file
     */
    record Fault(String file, int line, int column, String text) {
        @Override
        public String toString() {
            return line == 0 ? file + ": " + text : file + ":" + line + ":" + column + ": " + text;
        }

        void write(JsonGenerator json) throws IOException {
            json.writeStartObject();
            json.writeStringField("file", file);
            json.writeNumberField("line", line);
            json.writeNumberField("column", column);
            json.writeStringField("message", text);
            json.writeEndObject();
        }
    }

    static CheckedFile check(Path file) {
        try {
            int rules = PolicyFile.parse(file.toString(), PolicyText.read(file)).size();
            return new CheckedFile(rules, Optional.empty());
        } catch (PolicyFileException e) {
            return new CheckedFile(0, Optional.of(new Fault(e.file(), e.line(), e.column(), e.text())));
        } catch (IOException e) {
            return new CheckedFile(
                    0, Optional.of(new Fault(file.toString(), 0, 0, "can't be read: " + e.getMessage())));
        }
    }
}
