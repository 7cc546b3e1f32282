package org.vitrine.wire.dbusjava;

import java.io.IOException;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.types.UInt32;
import org.vitrine.api.dbus.BusName;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.Fd;
import org.vitrine.wire.message.EncodedMessage;

/**
 * Have dbus-java do what it is good at: authenticate, say Hello, own names. Nothing else passes through it. Safe from
 * any thread.
 */
public final class DbusJavaConnection implements AutoCloseable {
    /** dbus-java tries again every 500 ms until this has passed. */
    private static final int ONE_ATTEMPT_MS = 500;

    private final Link link;
    private final DBusConnection connection;
    private final DBus driver;

    private DbusJavaConnection(Link link, DBusConnection connection) throws DBusException {
        this.link = link;
        this.connection = connection;
        this.driver = connection.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
    }

    /**
     * Connect and say Hello; blocks until the driver has answered.
     *
     * @throws VitrineException DISCONNECTED if that fails, or if dbus-java took another transport than ours
     */
    public static DbusJavaConnection open(Link link) {
        try {
            DBusConnection connection = link.whileCurrent(DbusJavaConnection::build);
            if (!link.isAttached()) {
                connection.close();
                throw new VitrineException(ErrorName.DISCONNECTED, "dbus-java does not use Vitrine's transport");
            }
            return new DbusJavaConnection(link, connection);
        } catch (RuntimeException e) {
            link.close();
            throw e;
        } catch (DBusException | IOException e) {
            link.close();
            throw new VitrineException(ErrorName.DISCONNECTED, "Could not connect to the bus", e);
        }
    }

    private static DBusConnection build() throws DBusException {
        DBusConnectionBuilder builder = DBusConnectionBuilder.forAddress(
                        GuardedTransportProvider.BUS_TYPE + ":of=vitrine")
                .withShared(false);
        return builder.transportConfig()
                .withTimeout(ONE_ATTEMPT_MS)
                .back()
                .receivingThreadConfig()
                .withSignalThreadCount(1)
                .withErrorHandlerThreadCount(1)
                .withMethodCallThreadCount(1)
                .withMethodReturnThreadCount(1)
                .connectionConfig()
                .build();
    }

    /** Tell the name the bus gave us. */
    public UniqueName uniqueName() {
        return new UniqueName(connection.getUniqueName());
    }

    /**
     * Own a name, without a queue and without taking it from anybody; blocks.
     *
     * @throws VitrineException EXISTS if it has an owner, ACCESS_DENIED if the bus refuses
     */
    public void requestName(BusName name) {
        UInt32 answer;
        try {
            answer = driver.RequestName(name.value(), new UInt32(DBus.DBUS_NAME_FLAG_DO_NOT_QUEUE));
        } catch (DBusExecutionException e) {
            throw new VitrineException(ErrorName.ACCESS_DENIED, "The bus refused the name", e);
        }
        int code = answer.intValue();
        if (code != DBus.DBUS_REQUEST_NAME_REPLY_PRIMARY_OWNER && code != DBus.DBUS_REQUEST_NAME_REPLY_ALREADY_OWNER) {
            throw new VitrineException(ErrorName.EXISTS, "The name has an owner: " + name.value());
        }
    }

    /** Send one of our own messages beside dbus-java's. */
    public void send(EncodedMessage<Fd> message) {
        link.send(message);
    }

    /** Close the connection; blocks while dbus-java stops its threads. */
    @Override
    public void close() {
        connection.disconnect();
        link.close();
    }
}
