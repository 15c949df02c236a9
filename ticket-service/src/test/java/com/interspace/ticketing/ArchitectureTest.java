package com.interspace.ticketing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Produces;

@AnalyzeClasses(packages = "com.interspace.ticketing", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] DOMAIN = {
        "com.interspace.ticketing.ticket..",
        "com.interspace.ticketing.attachment..",
        "com.interspace.ticketing.intake..",
        "com.interspace.ticketing.service..",
        "com.interspace.ticketing.priority..",
        "com.interspace.ticketing.sla..",
        "com.interspace.ticketing.correspondence..",
        "com.interspace.ticketing.person.."
    };

    private static final String[] CHASSIS_VALUES = {
        "com.interspace.chassis.refusal..",
        "com.interspace.chassis.caller..",
        "com.interspace.chassis.time..",
        "com.interspace.chassis.erasure.."
    };

    @ArchTest
    static final ArchRule the_domain_is_plain_java = classes()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(and(and(DOMAIN, CHASSIS_VALUES), "java..", "javax.crypto..", "jakarta.persistence.."));

    @ArchTest
    static final ArchRule use_cases_see_the_domain_only = classes()
            .that()
            .resideInAPackage("com.interspace.ticketing.usecase..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(and(
                    and(DOMAIN, CHASSIS_VALUES),
                    "java..",
                    "com.interspace.ticketing.usecase..",
                    "jakarta.inject..",
                    "jakarta.enterprise.context..",
                    "jakarta.transaction.."));

    @ArchTest
    static final ArchRule adapters_do_not_see_each_other =
            slices().matching("com.interspace.ticketing.adapter.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule every_door_says_who_may_come_in = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(RolesAllowed.class);

    /** Otherwise whoever asks for HTML gets what a Java object says of itself. */
    @ArchTest
    static final ArchRule every_door_says_what_it_answers = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should()
            .beAnnotatedWith(Produces.class)
            .orShould()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(Produces.class);

    private static String[] and(String[] some, String... more) {
        String[] all = java.util.Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
