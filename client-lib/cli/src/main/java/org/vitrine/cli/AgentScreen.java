package org.vitrine.cli;

import org.vitrine.client.admin.AskedQuestion;

/** Shows an agent's person what goes on. */
interface AgentScreen {
    /** The agent is registered. */
    void ready();

    /** A question is to be answered now. */
    void asked(AskedQuestion question);

    /** A question was answered with a word. */
    void answered(AskedQuestion question, String word);

    /** A question was taken back, or somebody else answered it. */
    void withdrawn(AskedQuestion question);

    /** What was typed is no answer. */
    void unknown(AskedQuestion question);

    /** What was typed came while no question waited. */
    void ignored();
}
