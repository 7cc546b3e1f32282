package org.vitrine.checks.architecture.round.egg;

import org.vitrine.checks.architecture.round.feather.Feather;

/** Hatches into what has feathers. */
public record Egg(Feather inside) {}
