package org.vitrine.checks.architecture.round.hen;

import org.vitrine.checks.architecture.round.egg.Egg;

/** Lays what it hatched from. */
public record Hen(Egg from) {}
