package org.vitrine.cli;

import java.util.concurrent.Callable;
import org.vitrine.client.admin.AdminDoor;
import org.vitrine.wire.Subscription;
import picocli.CommandLine.Command;

/** Answers questions on a terminal. */
@Command(
        name = "agent",
        description = "Answer what programs ask for, here, where the desktop has no dialog. Until Ctrl-C.",
        footer = {
            "",
            "Each question is shown with what can be answered. What is typed while no question waits counts for none,",
            "and neither does the first line after a question was taken back. At the end of the input the agent ends.",
            "",
            "With --json: one object a line, {\"event\":\"asked\",…} and {\"event\":\"ended\",…}; answers are read all the same.",
            "",
            "Examples:",
            "  vitrinectl agent"
        })
final class AgentCommand implements Callable<Integer> {
    private final RootCommand root;

    AgentCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (AdminDoor admin = root.connectAdmin()) {
            AgentLoop loop = new AgentLoop(
                    admin::answer,
                    root.json() ? new JsonAgentScreen(root.terminal()) : new TextAgentScreen(root.terminal()));
            var _ = admin.lost().thenRun(loop::lost);
            try (Subscription _ = admin.answerQuestions(loop.listener())) {
                loop.readAnswers(new AnswerLines(root.terminal().in()));
                loop.run();
                return ExitCode.OK;
            }
        }
    }
}
