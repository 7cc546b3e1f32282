package org.vitrine.broker.core;

import org.vitrine.broker.consent.AgentDesk;
import org.vitrine.broker.grants.Grants;
import org.vitrine.broker.journal.Journal;

/**
 * Holds what the doors work with that has state, and threads, of its own.
 *
 * @param grants remembers what users said
 * @param agents lets people at the admin door answer questions
 * @param journal takes down what happens
 */
public record Helpers(Grants grants, AgentDesk agents, Journal journal) {}
