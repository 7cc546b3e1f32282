/**
 * Turn D-Bus messages into Java values and back, without a socket.
 *
 * <p>{@link org.vitrine.wire.message.MessageFrame} tells from the first 16 bytes how long a message is,
 * {@link org.vitrine.wire.message.HeaderDecoder} reads its header, {@link org.vitrine.wire.message.BodyDecoder} its
 * arguments, {@link org.vitrine.wire.message.MessageEncoder} writes both. Descriptors ({@code h}) are values of a type
 * {@code F} of the caller's choice: this package never opens, duplicates or closes one. The rules are those of the
 * D-Bus specification, sections "Type System" and "Message Protocol".
 */
@NullMarked
package org.vitrine.wire.message;

import org.jspecify.annotations.NullMarked;
