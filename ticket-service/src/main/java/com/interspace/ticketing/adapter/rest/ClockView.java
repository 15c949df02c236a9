package com.interspace.ticketing.adapter.rest;

import com.interspace.ticketing.sla.ClockName;
import com.interspace.ticketing.sla.ClockReading;
import com.interspace.ticketing.sla.SlaPolicy;
import com.interspace.ticketing.sla.TicketClocks;
import com.interspace.ticketing.ticket.Life;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Every clock of a ticket at one moment, explained to the second. */
@Schema(name = "Clocks")
record ClockView(Instant at, List<ClockReading> clocks) {

    static ClockView of(Life life, SlaPolicy policy, Instant at) {
        TicketClocks clocks = new TicketClocks(life.until(at), policy);
        return new ClockView(
                at,
                Stream.of(ClockName.values()).map(name -> clocks.read(name, at)).toList());
    }
}
