package com.interspace.rfo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may see whom. */
@AnalyzeClasses(packages = "com.interspace.rfo", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] DOMAIN = {
        "com.interspace.rfo.figures..",
        "com.interspace.rfo.outage..",
        "com.interspace.rfo.report..",
        "com.interspace.rfo.problem..",
        "com.interspace.rfo.finding..",
        "com.interspace.rfo.action.."
    };

    private static final String[] VALUES_OF_THE_CHASSIS = {
        "com.interspace.chassis.caller..",
        "com.interspace.chassis.erasure..",
        "com.interspace.chassis.outbox..",
        "com.interspace.chassis.page..",
        "com.interspace.chassis.pdf..",
        "com.interspace.chassis.refusal..",
        "com.interspace.chassis.report..",
        "com.interspace.chassis.time.."
    };

    @ArchTest
    static final ArchRule the_domain_is_plain_java = classes()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with(DOMAIN, VALUES_OF_THE_CHASSIS, "java..", "jakarta.persistence.."));

    @ArchTest
    static final ArchRule outages_know_nothing_of_reports = noClasses()
            .that()
            .resideInAPackage("com.interspace.rfo.outage..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.interspace.rfo.report..");

    @ArchTest
    static final ArchRule use_cases_see_the_domain_and_the_chassis_only = classes()
            .that()
            .resideInAPackage("com.interspace.rfo.usecase..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with(
                    DOMAIN,
                    VALUES_OF_THE_CHASSIS,
                    "com.interspace.rfo.usecase..",
                    "com.interspace.chassis.timer..",
                    "java..",
                    "jakarta.inject..",
                    "jakarta.enterprise..",
                    "jakarta.transaction.."));

    @ArchTest
    static final ArchRule only_adapters_and_configuration_see_frameworks = noClasses()
            .that()
            .resideOutsideOfPackages("com.interspace.rfo.adapter..", "com.interspace.rfo.config..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..", "io.smallrye..", "jakarta.ws.rs..", "com.fasterxml..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule adapters_do_not_see_each_other =
            slices().matching("com.interspace.rfo.adapter.(*)..").should().notDependOnEachOther();

    private static String[] with(String[] some, String[] more, String... rest) {
        String[] all = new String[some.length + more.length + rest.length];
        System.arraycopy(some, 0, all, 0, some.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        System.arraycopy(rest, 0, all, some.length + more.length, rest.length);
        return all;
    }
}
