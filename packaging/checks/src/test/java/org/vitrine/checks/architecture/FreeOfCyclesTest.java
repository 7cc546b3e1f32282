package org.vitrine.checks.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.vitrine.checks.architecture.round.egg.Egg;
import org.vitrine.checks.architecture.round.feather.Feather;
import org.vitrine.checks.architecture.round.hen.Hen;
import org.vitrine.checks.architecture.round.nest.Nest;

class FreeOfCyclesTest {
    private static final String SLICES = "org.vitrine.checks.architecture.round.(*)";

    @Test
    void namesEachStepOfARoundAndNoOther() {
        assertThat(violationsAmong(Hen.class, Egg.class, Feather.class, Nest.class))
                .satisfiesExactly(
                        step -> assertThat(step).startsWith("egg uses feather, which uses it back"),
                        step -> assertThat(step).startsWith("feather uses hen, which uses it back"),
                        step -> assertThat(step).startsWith("hen uses egg, which uses it back"));
    }

    @Test
    void hasNothingAgainstUsesThatDoNotComeBack() {
        assertThat(violationsAmong(Nest.class, Egg.class, Feather.class)).isEmpty();
    }

    @Test
    void takesAPatternThatMatchesNothingForAMistake() {
        assertThat(violationsAmong(FreeOfCycles.class))
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("no slice uses another");
    }

    private static List<String> violationsAmong(Class<?>... types) {
        JavaClasses imported = new ClassFileImporter().importClasses(types);
        return classes()
                .should(FreeOfCycles.amongSlices(SLICES))
                .evaluate(imported)
                .getFailureReport()
                .getDetails();
    }
}
