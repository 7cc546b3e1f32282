package org.vitrine.client.admin;

/**
 * Counts what was taken back.
 *
 * @param sessions how many sessions were closed
 * @param grants how many remembered answers were forgotten
 */
public record Taken(long sessions, long grants) {}
