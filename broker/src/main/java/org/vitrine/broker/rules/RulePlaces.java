package org.vitrine.broker.rules;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vitrine.api.error.VitrineException;

/**
 * Says where rule files are looked for.
 *
 * @param named files, weakest first; if there are any, the folders don't count
 * @param folders folders, weakest first, whose {@code *.toml} files count by name; those that begin with a dot, as
 *     editors make them, don't. A folder may be missing
 */
record RulePlaces(List<Path> named, List<Path> folders) {
    /** How many files are read at most. */
    static final int MAX_FILES = 256;

    private static final String PATTERN = "[!.]*.toml";

    RulePlaces {
        named = List.copyOf(named);
        folders = named.isEmpty() ? List.copyOf(folders) : List.of();
    }

    /**
     * Finds the files, weakest first.
     *
     * @throws VitrineException Failed if a folder can't be read, or there are too many files
     */
    List<Path> files() {
        List<Path> files = new ArrayList<>(named);
        for (Path folder : folders) {
            files.addAll(filesIn(folder));
        }
        if (files.size() > MAX_FILES) {
            throw RuleFault.of("There are more than " + MAX_FILES + " rule files: merge some of them");
        }
        return files;
    }

    private static List<Path> filesIn(Path folder) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, PATTERN)) {
            for (Path entry : entries) {
                files.add(entry);
                if (files.size() > MAX_FILES) {
                    break;
                }
            }
        } catch (NoSuchFileException e) {
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw RuleFault.of(folder + ": this link leads nowhere: remove it, or make what it points to", e);
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw RuleFault.of(folder + ": is no folder that can be read: check what it is and who may read it", e);
        }
        files.sort(null);
        return files;
    }

    /** Returns the folders in which a rule file can come, change or go. */
    Set<Path> parents() {
        Set<Path> parents = new LinkedHashSet<>(folders);
        named.forEach(file -> parents.add(parent(file)));
        return parents;
    }

    static Path parent(Path path) {
        Path absolute = path.toAbsolutePath();
        Path parent = absolute.getParent();
        return parent == null ? absolute : parent;
    }
}
