package com.interspace.rfo.config;

import com.interspace.chassis.time.BusinessCalendar;
import com.interspace.rfo.outage.HouseCalendar;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Reads the calendar of the house from the settings. */
class HouseCalendarSource {

    @Produces
    @Singleton
    HouseCalendar houseCalendar(RfoConfig config) {
        return new HouseCalendar(BusinessCalendar.standard(
                config.calendar().zone(), config.calendar().holidayCountry()));
    }
}
