package org.vitrine.gpu.so;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;
import java.util.function.BiFunction;

/** Loads a shared object, as the dynamic linker finds it: dlopen(3). */
@SuppressWarnings("restricted")
public final class SharedObject {
    private static final BiFunction<String, Arena, SymbolLookup> LOADER = SymbolLookup::libraryLookup;

    private SharedObject() {}

    /**
     * Loads one, quietly if it is missing.
     *
     * @param fileName such as {@code libgbm.so.1}
     * @param arena for as long as this lives
     * @return where its functions are; empty if it is not there, or can't be loaded
     */
    public static Optional<SymbolLookup> load(String fileName, Arena arena) {
        try {
            return Optional.of(LOADER.apply(fileName, arena));
        } catch (IllegalArgumentException missing) {
            return Optional.empty();
        }
    }
}
