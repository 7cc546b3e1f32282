package org.vitrine.checks.architecture.round.nest;

import org.vitrine.checks.architecture.round.egg.Egg;

/** Uses the round without being on it. */
public record Nest(Egg holds) {}
