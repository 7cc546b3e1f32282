package org.vitrine.checks.sandboxes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vitrine.checks.stage.Stage;

/** The admin door, as the user outside of any sandbox sees it through busctl. */
record AdminDoor(Stage stage) {
    private static final String NAME = "org.vitrine.Admin";
    private static final Pattern UNIQUE_NAME = Pattern.compile(":\\d+\\.\\d+");

    /** The unique name of the connection that owns the door. */
    String connection() {
        String reply = busctl(
                "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetNameOwner", "s", NAME);
        Matcher name = UNIQUE_NAME.matcher(reply);
        if (!name.find()) {
            throw new AssertionError("No unique name in " + reply);
        }
        return name.group();
    }

    /** All producers, images and sessions with their properties, as JSON in one line. */
    String objects() {
        return busctl(NAME, "/org/vitrine/Admin", "org.freedesktop.DBus.ObjectManager", "GetManagedObjects");
    }

    private String busctl(String... callAndArguments) {
        return stage.portal()
                .busctl(Stream.concat(Stream.of("--json=short", "call"), Stream.of(callAndArguments))
                        .toArray(String[]::new))
                .mustSucceed();
    }
}
