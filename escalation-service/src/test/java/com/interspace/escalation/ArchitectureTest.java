package com.interspace.escalation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** Who may see whom. */
@AnalyzeClasses(packages = "com.interspace.escalation", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String HERE = "com.interspace.escalation.";
    private static final String CHASSIS = "com.interspace.chassis.";
    private static final String[] DOMAIN = {
        HERE + "matrix..",
        HERE + "document..",
        HERE + "climb..",
        HERE + "rehearsal..",
        HERE + "watch..",
        HERE + "report.."
    };
    private static final String[] PLAIN = {
        "java..",
        "jakarta.persistence..",
        CHASSIS + "erasure..",
        CHASSIS + "refusal..",
        CHASSIS + "report..",
        CHASSIS + "time.."
    };

    @ArchTest
    static final ArchRule the_domain_is_plain_java = classes()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(all(DOMAIN, PLAIN));

    @ArchTest
    static final ArchRule matrices_know_neither_documents_nor_climbs = noClasses()
            .that()
            .resideInAPackage(HERE + "matrix..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HERE + "document..", HERE + "climb..");

    @ArchTest
    static final ArchRule documents_know_nothing_of_climbs = noClasses()
            .that()
            .resideInAPackage(HERE + "document..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(HERE + "climb..");

    @ArchTest
    static final ArchRule climbs_know_nothing_of_documents = noClasses()
            .that()
            .resideInAPackage(HERE + "climb..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(HERE + "document..");

    @ArchTest
    static final ArchRule use_cases_see_the_domain_and_the_chassis_only = classes()
            .that()
            .resideInAPackage(HERE + "usecase..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(all(DOMAIN, PLAIN, new String[] {
                HERE + "usecase..",
                CHASSIS + "caller..",
                CHASSIS + "pdf..",
                CHASSIS + "timer..",
                "jakarta.inject..",
                "jakarta.enterprise.context..",
                "jakarta.transaction.."
            }));

    @ArchTest
    static final ArchRule only_adapters_and_configuration_see_frameworks = noClasses()
            .that()
            .resideOutsideOfPackages(HERE + "adapter..", HERE + "config..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..", "io.smallrye..", "jakarta.ws.rs..", "com.fasterxml..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule adapters_do_not_see_each_other =
            slices().matching(HERE + "adapter.(*)..").should().notDependOnEachOther();

    private static String[] all(String[]... some) {
        return Stream.of(some).flatMap(Stream::of).toArray(String[]::new);
    }
}
