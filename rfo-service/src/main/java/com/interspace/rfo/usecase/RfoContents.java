package com.interspace.rfo.usecase;

import com.interspace.rfo.outage.Neighbours;
import com.interspace.rfo.outage.Outage;
import com.interspace.rfo.outage.Outages;
import com.interspace.rfo.outage.Service;
import com.interspace.rfo.outage.Services;
import com.interspace.rfo.outage.Timeline;
import com.interspace.rfo.report.Content;
import com.interspace.rfo.report.Draft;
import com.interspace.rfo.report.Redaction;
import com.interspace.rfo.report.Rfo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What an RFO says now: as it was sent to review, otherwise as the events and its authors say. */
@ApplicationScoped
class RfoContents {

    private final Outages outages;
    private final Services services;
    private final Timeline timeline;
    private final Neighbours neighbours;

    @Inject
    RfoContents(Outages outages, Services services, Timeline timeline, Neighbours neighbours) {
        this.outages = outages;
        this.services = services;
        this.timeline = timeline;
        this.neighbours = neighbours;
    }

    Content of(Rfo rfo) {
        return rfo.reviewed() == null ? draft(rfo, outageOf(rfo)) : rfo.reviewed();
    }

    /** Without the names of other customers: whoever works on it reads what its customer will read. */
    Content draft(Rfo rfo, Outage outage) {
        Service service =
                rfo.serviceId() == null ? null : services.of(rfo.serviceId()).orElse(null);
        return redacted(Draft.of(rfo, outage, service, timeline.of(rfo.ticketId())), rfo);
    }

    private Content redacted(Content content, Rfo rfo) {
        return new Redaction(neighbours.among(Redaction.wordsOf(content), rfo.account())).of(content);
    }

    /** The outage of an RFO is always known: without it there could have been no request. */
    Outage outageOf(Rfo rfo) {
        return outages.of(rfo.ticketId()).orElseThrow();
    }
}
