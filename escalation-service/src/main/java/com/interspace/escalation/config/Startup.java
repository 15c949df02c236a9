package com.interspace.escalation.config;

import com.interspace.escalation.usecase.KeepInternalDefault;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What is done before the first event or request comes in. */
@Singleton
class Startup {

    private static final int BEFORE_EVENTS_ARE_READ = 2;

    void prepare(@Observes @Priority(BEFORE_EVENTS_ARE_READ) StartupEvent starting, KeepInternalDefault internal) {
        internal.keep();
    }
}
