package org.vitrine.cli;

import org.vitrine.client.admin.AskedQuestion;

/** Shows a person what goes on, in words. */
final class TextAgentScreen implements AgentScreen {
    private final Terminal terminal;

    TextAgentScreen(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void ready() {
        print("Questions are asked here. Press Ctrl-C to stop.");
    }

    @Override
    public void asked(AskedQuestion question) {
        print("");
        print("Question " + question.id() + ": " + PlainText.of(question.words().heading()));
        print("  " + PlainText.of(question.words().sentence()));
        question.words().details().lines().forEach(line -> print("  " + PlainText.of(line)));
        print("  Program: " + known(question.app()) + ". Image: \"" + PlainText.of(question.title()) + "\" of "
                + known(question.producer()) + ". Access: " + PlainText.of(question.access()) + ".");
        prompt(question);
    }

    private void prompt(AskedQuestion question) {
        print("  y = yes, this once    n = no, this once    d = say neither");
        if (question.rememberable()) {
            print(
                    "  always = yes, until you revoke it    running = yes, while it runs    never = no, until you revoke it");
        }
    }

    private static String known(String app) {
        return app.isEmpty() ? "(unknown)" : PlainText.of(app);
    }

    @Override
    public void answered(AskedQuestion question, String word) {
        print("Question " + question.id() + " was answered: " + word);
    }

    @Override
    public void withdrawn(AskedQuestion question) {
        print("Question " + question.id() + " was taken back, or answered elsewhere.");
    }

    @Override
    public void unknown(AskedQuestion question) {
        print("That is no answer.");
        prompt(question);
    }

    @Override
    public void ignored() {
        print("No question waits for that; nothing was answered.");
    }

    private void print(String line) {
        terminal.out().println(line);
        terminal.out().flush();
    }
}
