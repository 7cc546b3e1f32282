package org.vitrine.checks.systembus;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A user of this machine; Debian numbers its first ones the same everywhere.
 *
 * @param groups the numbers of the groups that its programs are in beside its own
 */
record LocalUser(int uid, List<Long> groups) {
    static final LocalUser ROOT = new LocalUser(0, List.of());
    static final LocalUser DAEMON = new LocalUser(1, List.of());
    static final LocalUser BIN = new LocalUser(2, List.of());
    static final LocalUser GAMES = new LocalUser(5, List.of());
    static final LocalUser NOBODY = new LocalUser(65534, List.of());

    /** The same user, in more groups. */
    LocalUser in(long... more) {
        return new LocalUser(uid, LongStream.of(more).boxed().toList());
    }

    /** The command that runs another command as this user. */
    List<String> running(List<String> command) {
        return running(List.of(), command);
    }

    /** The same, with further options of setpriv(1). */
    List<String> running(List<String> options, List<String> command) {
        List<String> whole = new ArrayList<>(List.of("setpriv", "--reuid=" + uid, "--regid=" + uid));
        whole.add(
                groups.isEmpty()
                        ? "--clear-groups"
                        : "--groups=" + groups.stream().map(String::valueOf).collect(Collectors.joining(",")));
        return Stream.of(whole, options, List.of("--"), command)
                .flatMap(List::stream)
                .toList();
    }
}
