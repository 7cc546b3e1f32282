package org.vitrine.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads the outermost level of a TOML file: its keys, and its tables of one name. */
final class TomlText {
    private final String file;
    private final TomlParseResult toml;

    private TomlText(String file, TomlParseResult toml) {
        this.file = file;
        this.toml = toml;
    }

    static TomlText parse(String file, String text) throws PolicyFileException {
        TomlParseResult toml = read(file, text);
        if (toml.hasErrors()) {
            TomlParseError first = toml.errors().getFirst();
            throw PolicyFile.error(file, first.position(), "this is not TOML: " + first.getMessage());
        }
        return new TomlText(file, toml);
    }

    /** The parser calls itself for each bracket that stands in another. */
    private static TomlParseResult read(String file, String text) throws PolicyFileException {
        try {
            return Toml.parse(text);
        } catch (StackOverflowError e) {
            throw PolicyFile.error(
                    file, TomlPosition.positionAt(1, 1), "its brackets stand in each other too deep to be read");
        }
    }

    /** Returns the keys outside of all tables. */
    TableReader top() {
        return new TableReader(file, toml, TomlPosition.positionAt(1, 1));
    }

    void requireKeys(List<String> known, String hint) throws PolicyFileException {
        for (String key : toml.keySet()) {
            if (!known.contains(key)) {
                throw top().error(key, "unknown key '" + key + "'; " + hint);
            }
        }
    }

    /** Returns the tables that begin with the name in two brackets each. */
    List<TableReader> tables(String name) throws PolicyFileException {
        if (!toml.contains(name)) {
            return List.of();
        }
        @Nullable TomlArray tables = toml.isArray(name) ? toml.getArray(name) : null;
        if (tables == null) {
            throw top().error(name, "write [[" + name + "]] with two brackets");
        }
        List<TableReader> readers = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            TomlPosition at = tables.inputPositionOf(i);
            if (!(tables.get(i) instanceof TomlTable table)) {
                throw PolicyFile.error(file, at, "a " + name + " is a table: begin it with [[" + name + "]]");
            }
            readers.add(new TableReader(file, table, at));
        }
        return readers;
    }
}
