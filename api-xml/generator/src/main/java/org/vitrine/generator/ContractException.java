package org.vitrine.generator;

import java.io.Serial;

/** Report a mistake in the contract, with the file and the element that has it. */
public final class ContractException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /**
     * @param where file and element, such as {@code door.xml: interface org.vitrine.A1: method Open}
     * @param what the mistake
     */
    public ContractException(String where, String what) {
        super(where + ": " + what);
    }
}
