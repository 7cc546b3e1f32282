package org.vitrine.client.admin;

import java.util.List;
import org.vitrine.api.dbus.generated.Admin1;

/**
 * Says what the broker would answer to a program, and why.
 *
 * @param effect allow, deny or ask
 * @param basis what that rests on
 * @param consumer whom it is about
 * @param visible whether the consumer may know of the image at all; if not, it is told that there is none
 * @param paused whether sharing is paused
 * @param shadowed rules that fit too but lost to the deciding one, strongest first
 * @param near rules of another effect that came near, strongest first
 */
public record Explained(
        String effect,
        Basis basis,
        Consumer consumer,
        boolean visible,
        boolean paused,
        List<OtherRule> shadowed,
        List<NearMiss> near) {
    public Explained {
        shadowed = List.copyOf(shadowed);
        near = List.copyOf(near);
    }

    /**
     * Says what an answer rests on.
     *
     * @param stage rule, manifest, grant or default
     * @param rule the name of the last rule that fits, which decided or left it to that stage; empty if none fits
     * @param file its file
     * @param line its line, from 1; 0 if it was none
     * @param manifest the entry of the application's manifest; empty if it does not matter
     * @param grant the object of what is remembered; empty if it does not matter
     */
    public record Basis(String stage, String rule, String file, long line, String manifest, String grant) {}

    /**
     * Says whom an answer is about.
     *
     * @param peer the connected program, or what was assumed of it
     * @param assumed whether no such program is connected
     */
    public record Consumer(AdminPeer peer, boolean assumed) {}

    /**
     * Names a rule.
     *
     * @param name its name
     * @param file its file
     * @param line its line, from 1
     */
    public record OtherRule(String name, String file, long line) {}

    /**
     * Names a rule that would have decided but for one condition.
     *
     * @param rule the rule
     * @param effect what it says
     * @param unmet the key of the rule file that was not met
     */
    public record NearMiss(OtherRule rule, String effect, String unmet) {}

    static Explained of(Admin1.ExplainOut<?> out) {
        Values values = new Values(out.explanation());
        return new Explained(
                out.effect(),
                new Basis(
                        values.text("stage"),
                        values.text("rule"),
                        values.text("file"),
                        values.number("line"),
                        values.text("manifest"),
                        values.text("grant")),
                new Consumer(peer(values), values.flag("assumed")),
                values.flag("visible"),
                values.flag("paused"),
                values.list("shadowed").stream().map(Explained::otherRule).toList(),
                values.list("near").stream().map(Explained::nearMiss).toList());
    }

    private static AdminPeer peer(Values values) {
        return new AdminPeer(
                values.text("app"),
                values.text("sandbox"),
                values.text("bus_name"),
                values.number("pid"),
                values.text("evidence"),
                values.text("unit"),
                values.text("executable"));
    }

    private static OtherRule otherRule(Object struct) {
        List<?> fields = (List<?>) struct;
        return new OtherRule((String) fields.get(0), (String) fields.get(1), (Long) fields.get(2));
    }

    private static NearMiss nearMiss(Object struct) {
        List<?> fields = (List<?>) struct;
        return new NearMiss(otherRule(fields.subList(0, 3)), (String) fields.get(3), (String) fields.get(4));
    }
}
