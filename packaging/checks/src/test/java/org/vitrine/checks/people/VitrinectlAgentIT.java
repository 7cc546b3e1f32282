package org.vitrine.checks.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.checks.stage.Program;
import org.vitrine.wire.testing.PrivateBus;

/** What vitrinectl does with questions, grants and the journal, at a door that has some. */
final class VitrinectlAgentIT {
    private final PrivateBus bus = PrivateBus.start();
    private final FakeAdmin door = new FakeAdmin(bus);
    private final Ctl ctl = new Ctl(bus);

    @AfterEach
    void end() {
        door.close();
        bus.close();
    }

    @Test
    void theAgentPutsQuestionsInWordsAndAnswersThem() throws IOException, InterruptedException {
        try (Program agent = ctl.start("agent")) {
            UniqueName name = registered();
            assertThat(agent.readLine()).contains("Questions are asked here");
            door.ask(name, 7, "May Viewer look at Front?", true);
            assertThat(readUntil(agent, "never = no"))
                    .contains("May Viewer look at Front?")
                    .doesNotContain("\u202E");
            agent.type("perhaps");
            assertThat(readUntil(agent, "never = no")).contains("That is no answer.");
            agent.type("y");
            assertThat(door.nextCall()).isEqualTo("answer 7 yes once");

            door.ask(name, 8, "And for ever?", true);
            readUntil(agent, "never = no");
            agent.type("always");
            assertThat(door.nextCall()).isEqualTo("answer 8 yes always");

            door.ask(name, 9, "Really not?", true);
            readUntil(agent, "never = no");
            agent.type("never");
            assertThat(door.nextCall()).isEqualTo("answer 9 no always");
        }
        assertThat(door.nextCall()).startsWith("gone ");
    }

    @Test
    void aLineThatWasMeantForAQuestionThatWasTakenBackAnswersNoOther() throws IOException, InterruptedException {
        try (Program agent = ctl.start("agent", "--json")) {
            UniqueName name = registered();
            assertThat(Json.read(agent.readLine())).containsEntry("event", "ready");
            door.ask(name, 1, "First?", false);
            assertThat(Json.read(agent.readLine())).containsEntry("sentence", "First?");
            door.withdraw(name, 1);
            assertThat(Json.read(agent.readLine())).containsEntry("event", "withdrawn");
            door.ask(name, 2, "Second?", false);
            assertThat(Json.read(agent.readLine())).containsEntry("sentence", "Second?");

            agent.type("y");
            assertThat(Json.read(agent.readLine())).containsEntry("event", "ignored");
            agent.type("always");
            assertThat(Json.read(agent.readLine())).containsEntry("event", "not-understood");
            agent.type("n");
            assertThat(door.nextCall()).isEqualTo("answer 2 no once");
        }
    }

    @Test
    void theAgentUnregistersAtTheEndOfItsInput() throws InterruptedException {
        try (Program agent = ctl.start("agent")) {
            UniqueName name = registered();
            assertThat(agent.finish().exitCode()).isZero();
            assertThat(door.nextCall()).isEqualTo("unregister " + name.value());
        }
    }

    @Test
    void grantsAreListedAndTakenBack() throws IOException {
        door.addGrant("org.example.Viewer", "org.example.Camera/Fr\u202Eont", "always");
        door.addGrant("org.example.Other", "org.example.Camera/Back", "never");

        assertThat(Json.read(ctl.run("grants", "--app", "org.example.Other", "--json")
                        .mustSucceed()))
                .containsEntry("grants.0.object", "org.example.Camera/Back")
                .containsEntry("grants.0.answer", "never")
                .doesNotContainKey("grants.1.app");
        assertThat(ctl.run("grants").mustSucceed())
                .contains("org.example.Viewer", "until revoked")
                .doesNotContain("\u202E");

        assertThat(ctl.run("revoke", "--grant", "org.example.Other", "org.example.Camera/Back")
                        .mustSucceed())
                .isEqualTo("Forgotten.");
        Program.Result again = ctl.run("revoke", "--grant", "org.example.Other", "org.example.Camera/Back");
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.errors()).contains("vitrinectl grants");
    }

    @Test
    void theLogShowsTheLastEntriesAndFollows() {
        for (int n = 1; n <= 30; n++) {
            door.addJournal("{\"n\":" + n + ",\"time\":\"2026-03-01T09:08:07.006Z\",\"event\":\"changed\","
                    + "\"what\":\"pause\",\"detail\":\"\"}");
        }
        assertThat(ctl.run("log", "--json").mustSucceed().lines()).hasSize(20);
        assertThat(ctl.run("log", "-n", "1").mustSucceed()).contains("changed", "pause");

        try (Program log = ctl.start("log", "--follow", "--json", "-n", "1")) {
            assertThat(log.readLine()).startsWith("{\"n\":30,");
            door.addJournal("{\"n\":31,\"event\":\"changed\",\"what\":\"resume\",\"detail\":\"\"}");
            assertThat(log.readLine()).contains("resume");
        }
    }

    private UniqueName registered() throws InterruptedException {
        String call = door.nextCall();
        assertThat(call).startsWith("register ");
        return new UniqueName(call.substring("register ".length()));
    }

    private static String readUntil(Program program, String part) {
        StringBuilder read = new StringBuilder();
        String line = program.readLine();
        while (!line.contains(part)) {
            read.append(line).append('\n');
            line = program.readLine();
        }
        return read.append(line).toString();
    }
}
