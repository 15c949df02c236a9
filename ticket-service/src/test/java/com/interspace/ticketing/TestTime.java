package com.interspace.ticketing;

import com.interspace.local.fixture.MovableClock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The clock that tests move. */
class TestTime {

    @Produces
    @Singleton
    InstantSource movable() {
        return MovableClock.shared();
    }
}
