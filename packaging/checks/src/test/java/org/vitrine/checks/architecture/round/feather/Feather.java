package org.vitrine.checks.architecture.round.feather;

import org.vitrine.checks.architecture.round.hen.Hen;

/** Closes the round: hen, egg, feather, hen. */
public record Feather(Hen of) {}
