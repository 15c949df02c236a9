package com.interspace.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "com.interspace.notification", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String HOUSE = "com.interspace.notification.";

    @ArchTest
    static final ArchRule the_audience_knows_only_java_and_persistence_annotations = classes()
            .that()
            .resideInAPackage(HOUSE + "audience")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "jakarta.persistence..", HOUSE + "audience");

    @ArchTest
    static final ArchRule a_message_knows_its_audience_and_no_framework = classes()
            .that()
            .resideInAPackage(HOUSE + "message")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "javax.crypto..", "jakarta.persistence..", HOUSE + "audience", HOUSE + "message");

    @ArchTest
    static final ArchRule a_channel_knows_messages_and_no_framework = classes()
            .that()
            .resideInAPackage(HOUSE + "channel")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", HOUSE + "audience", HOUSE + "message", HOUSE + "channel");

    @ArchTest
    static final ArchRule subscriptions_and_preferences_know_the_audience_and_no_framework = classes()
            .that()
            .resideInAnyPackage(HOUSE + "subscription", HOUSE + "preference")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "jakarta.persistence..",
                    HOUSE + "audience",
                    HOUSE + "subscription",
                    HOUSE + "preference");

    @ArchTest
    static final ArchRule delivery_knows_the_domain_and_the_chassis_outbox = classes()
            .that()
            .resideInAPackage(HOUSE + "delivery")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "com.interspace.chassis.outbox",
                    HOUSE + "audience",
                    HOUSE + "message",
                    HOUSE + "channel",
                    HOUSE + "delivery");

    @ArchTest
    static final ArchRule use_cases_know_the_domain_and_no_framework = classes()
            .that()
            .resideInAPackage(HOUSE + "usecase")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "jakarta.inject..",
                    "jakarta.enterprise.context..",
                    "jakarta.transaction..",
                    "com.interspace.chassis..",
                    HOUSE + "audience",
                    HOUSE + "message",
                    HOUSE + "channel",
                    HOUSE + "delivery",
                    HOUSE + "person",
                    HOUSE + "preference",
                    HOUSE + "subscription",
                    HOUSE + "usecase");

    @ArchTest
    static final ArchRule people_know_whom_to_erase_and_no_framework = classes()
            .that()
            .resideInAPackage(HOUSE + "person")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "com.interspace.chassis.erasure", HOUSE + "person");

    @ArchTest
    static final ArchRule adapters_do_not_see_each_other =
            slices().matching(HOUSE + "adapter.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule what_is_domain_goes_round_in_no_circle =
            slices().matching(HOUSE + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule time_is_injected = noClasses()
            .that()
            .resideInAPackage("com.interspace.notification..")
            .should()
            .callMethod(Instant.class, "now");
}
