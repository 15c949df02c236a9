package com.interspace.chassis.production;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** In the profile {@code prod}, a service with an unsafe setting does not start; it says every reason at once. */
@Singleton
class ProductionGuard {

    /** Before the schema, which is the first thing that a start changes. */
    private static final int BEFORE_ANYTHING_CHANGES = 0;

    private final List<ProductionRule> rules;
    private final Config settings;

    @Inject
    ProductionGuard(@All List<ProductionRule> rules, Config settings) {
        this.rules = rules;
        this.settings = settings;
    }

    void stand(@Observes @Priority(BEFORE_ANYTHING_CHANGES) StartupEvent starting) {
        if (ConfigUtils.isProfileActive("prod")) {
            refuseUnsafe(rules, settings);
        }
    }

    /** @throws IllegalStateException with one line for each objection */
    static void refuseUnsafe(List<ProductionRule> rules, Config settings) {
        String objections =
                rules.stream().flatMap(rule -> rule.objections(settings)).collect(Collectors.joining("\n  "));
        if (!objections.isEmpty()) {
            throw new IllegalStateException("Not fit for production:\n  " + objections);
        }
    }
}
