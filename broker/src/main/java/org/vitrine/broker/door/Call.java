package org.vitrine.broker.door;

import org.vitrine.broker.identity.Caller;
import org.vitrine.wire.IncomingCall;

/**
 * Joins a call with who made it.
 *
 * @param caller who calls
 * @param incoming the call as it came
 */
public record Call(Caller caller, IncomingCall incoming) {}
