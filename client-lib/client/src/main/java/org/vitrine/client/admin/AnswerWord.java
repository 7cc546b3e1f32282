package org.vitrine.client.admin;

/** Lists what can be answered to a question. */
public enum AnswerWord {
    /** Let it in, this once. */
    YES("yes", "once"),
    /** Let it in as long as the application runs. */
    YES_WHILE_RUNNING("yes", "running"),
    /** Let it in until that is taken back. */
    ALWAYS("yes", "always"),
    /** Refuse it, this once. */
    NO("no", "once"),
    /** Refuse it until that is taken back. */
    NEVER("no", "always"),
    /** Say neither. */
    DISMISS("dismiss", "once");

    private final String answer;
    private final String persistence;

    AnswerWord(String answer, String persistence) {
        this.answer = answer;
        this.persistence = persistence;
    }

    String answer() {
        return answer;
    }

    String persistence() {
        return persistence;
    }
}
