package org.vitrine.broker.boot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what the command line asks for. */
sealed interface CommandLine {
    /** The text for {@code --help}. */
    String HELP = """
            Usage: vitrine-broker [OPTION]...
            Introduces programs that show images to programs that look at them.

            %s  --help, --version

            Prints "vitrine-broker ready on NAME" once it answers. Each option can be set in the environment too,
            as VITRINE_PORTAL_NAME for --portal-name.

            Exit codes:
            %s""".formatted(Option.help(), ExitCode.help());

    /** Asks for a text instead of a broker. */
    record Print(String text) implements CommandLine {}

    /** Is not understood. */
    record Mistake(String text) implements CommandLine {}

    /**
     * Asks for a broker.
     *
     * @param properties what goes over the configuration's
     */
    record Run(Map<String, Object> properties) implements CommandLine {
        public Run {
            properties = Map.copyOf(properties);
        }
    }

    /** Reads arguments, each {@code --option=value} or {@code --option value}. */
    static CommandLine parse(List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            return new Print(HELP);
        }
        if (arguments.contains("--version")) {
            return new Print("vitrine-broker " + Version.current() + System.lineSeparator());
        }
        Map<String, Object> properties = new HashMap<>();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            Optional<String> mistake = read(rest.next(), rest, properties);
            if (mistake.isPresent()) {
                return new Mistake(mistake.get() + ", see --help");
            }
        }
        return new Run(properties);
    }

    private static Optional<String> read(String argument, Iterator<String> rest, Map<String, Object> properties) {
        String[] parts = argument.split("=", 2);
        Optional<Option> option = Option.ofArgument(parts[0]);
        if (option.isEmpty()) {
            return Optional.of("unknown option " + parts[0]);
        }
        if (option.get().isSwitch()) {
            properties.put(option.get().property(), "true");
            return parts.length == 1 ? Optional.empty() : Optional.of(parts[0] + " takes no value");
        }
        if (parts.length == 1 && !rest.hasNext()) {
            return Optional.of(parts[0] + " needs a value");
        }
        String value = parts.length == 1 ? rest.next() : parts[1];
        if (!option.get().takes(value)) {
            return Optional.of(parts[0] + " takes " + option.get().taken());
        }
        if (option.get() == Option.RULES) {
            List<String> rules = new ArrayList<>();
            if (properties.get(Option.RULES.property()) instanceof List<?> before) {
                before.forEach(file -> rules.add(file.toString()));
            }
            rules.add(value);
            properties.put(Option.RULES.property(), rules);
        } else {
            properties.put(option.get().property(), value);
        }
        return Optional.empty();
    }
}
