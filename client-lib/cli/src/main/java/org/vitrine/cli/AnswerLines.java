package org.vitrine.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Optional;

/** Reads what a person answers, line by line. Blocks. */
final class AnswerLines {
    private final BufferedReader reader;

    AnswerLines(InputStream in) {
        this.reader = new BufferedReader(new InputStreamReader(in, Charset.defaultCharset()));
    }

    /** Returns the next line; empty at the end. */
    Optional<String> next() {
        try {
            return Optional.ofNullable(reader.readLine());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
