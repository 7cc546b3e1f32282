package org.vitrine.api.dbus;

import java.util.List;
import java.util.function.Function;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/** Read the values of a body whose shape has been checked. For generated code, which asks for the right Java types. */
public final class BodyReader {
    private final List<Object> values;

    private BodyReader(List<Object> values) {
        this.values = values;
    }

    /**
     * Check a body and read it.
     *
     * @throws VitrineException {@link ErrorName#INVALID_ARGS} if its values are not those of the signature
     */
    public static BodyReader of(TypeSignature signature, List<Object> values) {
        if (!BodyShape.fits(signature, values)) {
            throw new VitrineException(ErrorName.INVALID_ARGS, "expected arguments of signature \"" + signature + "\"");
        }
        return new BodyReader(values);
    }

    /**
     * Read a value.
     *
     * @param <T> the Java type that {@link BodyShape} lists for the value's D-Bus type
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // checked by the signature, see above
    public <T> T value(int index) {
        return (T) values.get(index);
    }

    /** Read a struct into a type of its own. */
    public <T> T struct(int index, Function<List<Object>, T> fromStruct) {
        return fromStruct.apply(value(index));
    }

    /** Read an array of structs into a list of a type of their own. Immutable. */
    public <T> List<T> structs(int index, Function<List<Object>, T> fromStruct) {
        List<List<Object>> structs = value(index);
        return structs.stream().map(fromStruct).toList();
    }
}
