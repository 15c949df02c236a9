package com.interspace.rfo.outage;

import com.interspace.chassis.time.BusinessCalendar;

/** The calendar for outages that belong to no service that is known by name. */
public record HouseCalendar(BusinessCalendar calendar) {}
