package org.vitrine.cli.policy;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.vitrine.cli.ExitCode;
import org.vitrine.cli.Json;
import org.vitrine.cli.PlainText;
import org.vitrine.cli.RootCommand;
import org.vitrine.cli.policy.CheckedFile.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Looks for errors in rule files. */
@Command(
        name = "check",
        description = "Look for errors in rule files. No broker is needed.",
        exitCodeList = {"0:all good", "1:a file has an error, or can't be read", "2:wrong usage"},
        footer = {
            "",
            "Examples:",
            "  vitrinectl policy check painter.toml",
            "  vitrinectl policy check /etc/vitrine/policy.d --json"
        })
final class CheckCommand implements Callable<Integer> {
    private final RootCommand root;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Rule files, or folders whose *.toml files are meant, as the broker reads them.")
    private List<Path> named = List.of();

    CheckCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        List<CheckedFile> checked = files().stream().map(CheckedFile::check).toList();
        List<Fault> faults =
                checked.stream().flatMap(file -> file.fault().stream()).toList();
        int rules = checked.stream().mapToInt(CheckedFile::rules).sum();
        if (root.json()) {
            printJson(rules, faults);
        } else {
            print(rules, faults);
        }
        return faults.isEmpty() ? ExitCode.OK : ExitCode.REFUSED;
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                files.addAll(filesIn(path));
            } else {
                files.add(path);
            }
        }
        return files;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "[!.]*.toml")) {
            entries.forEach(files::add);
        }
        files.sort(null);
        return files;
    }

    private void print(int rules, List<Fault> faults) {
        faults.forEach(fault -> root.terminal().out().println(PlainText.of(fault.toString())));
        if (faults.isEmpty()) {
            root.terminal().out().println(rules + (rules == 1 ? " rule, all good" : " rules, all good"));
        }
    }

    private void printJson(int rules, List<Fault> faults) {
        root.terminal().out().println(Json.object(json -> {
            json.writeBooleanField("good", faults.isEmpty());
            json.writeNumberField("rules", rules);
            json.writeArrayFieldStart("errors");
            for (Fault fault : faults) {
                fault.write(json);
            }
            json.writeEndArray();
        }));
    }
}
