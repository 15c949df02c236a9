package com.interspace.chassis.config;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;

/**
 * The one source of time of a service, in whole milliseconds so that what is stored, sent and hashed is the same;
 * tests put a clock of their own in its place.
 */
class TimeSource {

    @Produces
    @Singleton
    @DefaultBean
    InstantSource systemTime(ChassisConfig config) {
        return Clock.offset(Clock.tickMillis(ZoneOffset.UTC), config.clockOffset());
    }
}
