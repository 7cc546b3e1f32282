package org.vitrine.checks.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** The rules of docs/architecture.md: who may use whom, and what. */
@AnalyzeClasses(packages = "org.vitrine", importOptions = ArchitectureTest.WhatShips.class)
class ArchitectureTest {
    private static final String API = "org.vitrine.api..";
    private static final String POLICY = "org.vitrine.policy..";
    private static final String FD = "org.vitrine.fd..";
    private static final String WIRE = "org.vitrine.wire..";
    private static final String WIRE_DBUS_JAVA = "org.vitrine.wire.dbusjava..";
    private static final String CLIENT = "org.vitrine.client..";
    private static final String GPU = "org.vitrine.gpu..";
    private static final String CLI = "org.vitrine.cli..";
    private static final String CLI_POLICY = "org.vitrine.cli.policy..";
    private static final String BROKER = "org.vitrine.broker..";
    private static final String BROKER_BOOT = "org.vitrine.broker.boot..";
    private static final String DBUS_JAVA = "org.freedesktop.dbus..";
    private static final String JUNIXSOCKET = "org.newsclub.net.unix..";
    private static final String FOREIGN = "java.lang.foreign..";
    private static final String LWJGL = "org.lwjgl..";
    private static final String MVSTORE = "org.h2.mvstore..";
    private static final String JACKSON = "com.fasterxml.jackson.core..";

    @ArchTest
    static final ArchRule API_USES_NOTHING_OF_OURS = onlyUses(API, API, JACKSON);

    @ArchTest
    static final ArchRule POLICY_IS_PURE = onlyUses(POLICY, POLICY, API, "org.tomlj..");

    @ArchTest
    static final ArchRule FD_USES_THE_API = onlyUses(FD, FD, API);

    @ArchTest
    static final ArchRule WIRE_USES_FD = onlyUses(WIRE, WIRE, FD, API, DBUS_JAVA, JUNIXSOCKET);

    @ArchTest
    static final ArchRule CLIENT_USES_WIRE = onlyUses(CLIENT, CLIENT, WIRE, FD, API);

    @ArchTest
    static final ArchRule GPU_USES_CLIENT = onlyUses(GPU, GPU, CLIENT, FD, API, LWJGL);

    @ArchTest
    static final ArchRule LWJGL_STAYS_IN_GPU = noClasses()
            .that()
            .resideOutsideOfPackage(GPU)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(LWJGL);

    @ArchTest
    static final ArchRule CLI_USES_GPU_CLIENT_AND_POLICY =
            onlyUses(CLI, CLI, GPU, CLIENT, POLICY, WIRE, FD, API, JACKSON, "picocli..");

    @ArchTest
    static final ArchRule RULES_ARE_TRIED_IN_A_CORNER_OF_THE_CLI = noClasses()
            .that()
            .resideInAPackage(CLI)
            .and()
            .resideOutsideOfPackage(CLI_POLICY)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(POLICY)
            .because("what runs against a broker asks the broker, see docs/decisions/0006");

    @ArchTest
    static final ArchRule BROKER_NEVER_USES_CLIENT =
            onlyUses(BROKER, BROKER, POLICY, WIRE, FD, API, "io.micronaut..", "jakarta.inject..", JACKSON, MVSTORE);

    @ArchTest
    static final ArchRule NOBODY_USES_THE_BROKER = noClasses()
            .that()
            .resideOutsideOfPackage(BROKER)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BROKER);

    @ArchTest
    static final ArchRule DBUS_JAVA_STAYS_IN_ITS_CORNER = noClasses()
            .that()
            .resideOutsideOfPackage(WIRE_DBUS_JAVA)
            .should()
            .dependOnClassesThat(resideInAnyPackage(DBUS_JAVA, JUNIXSOCKET));

    @ArchTest
    static final ArchRule FOREIGN_FUNCTIONS_STAY_IN_FD_WIRE_AND_GPU = noClasses()
            .that()
            .resideOutsideOfPackages(FD, WIRE, GPU)
            .should()
            .dependOnClassesThat(
                    resideInAPackage(FOREIGN).and(DescribedPredicate.not(name("java.lang.foreign.MemorySegment"))))
            .because("a MemorySegment is what a mapping hands out; to make one is fd's work");

    @ArchTest
    static final ArchRule MICRONAUT_STAYS_IN_BOOT = noClasses()
            .that()
            .resideOutsideOfPackage(BROKER_BOOT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micronaut..");

    @ArchTest
    static final ArchRule JSON_STAYS_IN_THE_BROKERS_JOURNAL = noClasses()
            .that()
            .resideInAPackage(BROKER)
            .and()
            .resideOutsideOfPackage("org.vitrine.broker.journal..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(JACKSON);

    @ArchTest
    static final ArchRule MVSTORE_STAYS_BEHIND_THE_TABLE = noClasses()
            .that()
            .resideOutsideOfPackage("org.vitrine.broker.grants.table..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(MVSTORE);

    @ArchTest
    static final ArchRule NUMBERS_BECOME_DESCRIPTORS_IN_WIRE_AND_GPU_ALONE = noClasses()
            .that()
            .resideOutsideOfPackages(FD, WIRE, GPU)
            .should()
            .dependOnClassesThat(name("org.vitrine.fd.RawFds"));

    @ArchTest
    static final ArchRule MODULES_HAVE_NO_CYCLES = classes().should(FreeOfCycles.amongSlices("org.vitrine.(*).."));

    /**
     * A module's own package is its face, which the packages below it stand behind: those have no cycles among them.
     */
    @ArchTest
    static final ArchRule PACKAGES_BEHIND_A_FACE_HAVE_NO_CYCLES =
            classes().should(FreeOfCycles.amongSlices("org.vitrine.*.(**)"));

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses all) {
        Set<String> packages =
                all.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        Set<String> marked = all.stream()
                .filter(type -> type.getSimpleName().equals("package-info") && type.isAnnotatedWith(NullMarked.class))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());

        assertThat(packages).hasSizeGreaterThan(10).allMatch(marked::contains, "is @NullMarked");
    }

    /** Holds one module to what it may use beside the JDK, the log and annotations. */
    private static ArchRule onlyUses(String who, String... whom) {
        DescribedPredicate<JavaClass> common =
                resideInAnyPackage("java..", "javax..", "org.jspecify..", "org.slf4j..", "");
        return classes()
                .that()
                .resideInAPackage(who)
                .should()
                .onlyDependOnClassesThat(common.or(resideInAnyPackage(whom)));
    }

    /** Leaves out test classes, in folders and in jars of their own. */
    static final class WhatShips implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/") && !location.contains("-tests.jar");
        }
    }
}
