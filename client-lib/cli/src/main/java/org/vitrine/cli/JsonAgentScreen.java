package org.vitrine.cli;

import org.vitrine.client.admin.AskedQuestion;

/** Tells a script what goes on, one object a line. */
final class JsonAgentScreen implements AgentScreen {
    private final Terminal terminal;

    JsonAgentScreen(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void ready() {
        print(json -> json.writeStringField("event", "ready"));
    }

    @Override
    public void asked(AskedQuestion question) {
        print(json -> {
            json.writeStringField("event", "asked");
            json.writeNumberField("question", question.id());
            json.writeStringField("sentence", question.words().sentence());
            json.writeStringField("app", question.app());
            json.writeStringField("access", question.access());
            json.writeStringField("producer", question.producer());
            json.writeStringField("title", question.title());
            json.writeBooleanField("rememberable", question.rememberable());
        });
    }

    @Override
    public void answered(AskedQuestion question, String word) {
        ended(question, "answered", word);
    }

    @Override
    public void withdrawn(AskedQuestion question) {
        ended(question, "withdrawn", "");
    }

    @Override
    public void unknown(AskedQuestion question) {
        ended(question, "not-understood", "");
    }

    @Override
    public void ignored() {
        print(json -> json.writeStringField("event", "ignored"));
    }

    private void ended(AskedQuestion question, String event, String word) {
        print(json -> {
            json.writeStringField("event", event);
            json.writeNumberField("question", question.id());
            if (!word.isEmpty()) {
                json.writeStringField("answer", word);
            }
        });
    }

    private void print(Json.Content content) {
        terminal.out().println(Json.object(content));
        terminal.out().flush();
    }
}
