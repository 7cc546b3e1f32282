package org.vitrine.generator.java;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Turns D-Bus names into Java names. */
final class JavaNames {
    /** Methods of Object that neither a record component nor a method without arguments may be called. */
    private static final Set<String> OBJECT_METHODS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    /** What generated methods call their own variables. */
    private static final Set<String> VARIABLES = Set.of("body", "invoker", "path");

    private static final Pattern UNDERSCORE = Pattern.compile("_(\\w)");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private JavaNames() {}

    /** {@code OpenImage} becomes {@code OPEN_IMAGE}. */
    static String constant(String member) {
        return HUMP.matcher(member).replaceAll("_").toUpperCase(Locale.ROOT);
    }

    /** {@code OpenImage} becomes {@code openImage}, and {@code restore_token} becomes {@code restoreToken}. */
    static String identifier(String name) {
        String lower = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        String camel =
                UNDERSCORE.matcher(lower).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
        boolean taken = SourceVersion.isKeyword(camel) || OBJECT_METHODS.contains(camel) || VARIABLES.contains(camel);
        return taken ? camel + "_" : camel;
    }
}
