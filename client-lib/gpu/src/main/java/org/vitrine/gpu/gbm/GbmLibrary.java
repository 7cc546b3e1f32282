package org.vitrine.gpu.gbm;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.gpu.so.SharedObject;

/** Finds functions in a shared library, and says what to install where one is missing. */
@SuppressWarnings("restricted")
final class GbmLibrary {
    private static final String FILE_NAME = "libgbm.so.1";

    private static @Nullable GbmLibrary loaded;

    private final String fileName;
    private final SymbolLookup symbols;

    private GbmLibrary(String fileName, SymbolLookup symbols) {
        this.fileName = fileName;
        this.symbols = symbols;
    }

    /** Returns libgbm, loaded when first asked for. */
    static synchronized GbmLibrary get() {
        GbmLibrary present = loaded;
        if (present == null) {
            present = load(FILE_NAME);
            loaded = present;
        }
        return present;
    }

    /** Loads a library, for as long as the process lives. */
    static GbmLibrary load(String fileName) {
        return SharedObject.load(fileName, Arena.global())
                .map(symbols -> new GbmLibrary(fileName, symbols))
                .orElseThrow(() -> new VitrineException(
                        ErrorName.NOT_SUPPORTED,
                        "The library " + fileName + " is not there. Install the Debian package libgbm1, or make buffers"
                                + " of plain memory with MemfdAllocator"));
    }

    /** Binds a function whose handle takes the place for the error number as its first argument. */
    MethodHandle bind(String function, FunctionDescriptor descriptor) {
        MemorySegment address = symbols.find(function)
                .orElseThrow(() -> new VitrineException(
                        ErrorName.NOT_SUPPORTED,
                        "The library " + fileName + " lacks " + function
                                + ". Install a newer Debian package libgbm1 (21.2 or later)"));
        return Linker.nativeLinker().downcallHandle(address, descriptor, Linker.Option.captureCallState("errno"));
    }

    /** Tells whether the library has a function. */
    boolean has(String function) {
        return symbols.find(function).isPresent();
    }
}
