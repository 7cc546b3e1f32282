package org.vitrine.client.admin;

/**
 * Describes a program, as its user sees it.
 *
 * @param app the application id; empty if it could not be established
 * @param sandbox flatpak, snap or none
 * @param busName the unique name of its connection
 * @param pid the process id; 0 if unknown
 * @param evidence how surely the process is the one that owns the connection: strong or weak
 * @param unit the systemd unit; empty if none or unknown
 * @param executable the path of the executable; empty if unknown
 */
public record AdminPeer(
        String app, String sandbox, String busName, long pid, String evidence, String unit, String executable) {
    static AdminPeer of(Values values) {
        return new AdminPeer(
                values.text("App"),
                values.text("Sandbox"),
                values.text("BusName"),
                values.number("Pid"),
                values.text("Evidence"),
                values.text("Unit"),
                values.text("Executable"));
    }
}
