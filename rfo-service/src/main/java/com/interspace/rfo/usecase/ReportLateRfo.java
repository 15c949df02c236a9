package com.interspace.rfo.usecase;

import com.interspace.chassis.outbox.Outbox;
import com.interspace.chassis.timer.TimerHandler;
import com.interspace.rfo.report.RfoEvent;
import com.interspace.rfo.report.Rfos;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Says so when an RFO is not published by its due date. The date stays. */
@ApplicationScoped
public class ReportLateRfo implements TimerHandler {

    static final String KIND = "rfo-overdue";

    private final Rfos rfos;
    private final Outbox outbox;

    @Inject
    public ReportLateRfo(Rfos rfos, Outbox outbox) {
        this.rfos = rfos;
        this.outbox = outbox;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fire(String rfoId, Instant dueAt) {
        rfos.locked(UUID.fromString(rfoId))
                .filter(rfo -> rfo.status().isOpen())
                .ifPresent(rfo -> outbox.append(RfoEvent.overdue(rfo, dueAt)));
    }
}
