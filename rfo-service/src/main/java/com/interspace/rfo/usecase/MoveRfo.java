package com.interspace.rfo.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.outbox.Outbox;
import com.interspace.chassis.refusal.Forbidden;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.Stale;
import com.interspace.rfo.outage.Outage;
import com.interspace.rfo.report.MoveRefused;
import com.interspace.rfo.report.Person;
import com.interspace.rfo.report.Press;
import com.interspace.rfo.report.Report;
import com.interspace.rfo.report.Rfo;
import com.interspace.rfo.report.RfoDocument;
import com.interspace.rfo.report.RfoDocuments;
import com.interspace.rfo.report.RfoEvent;
import com.interspace.rfo.report.RfoStatus;
import com.interspace.rfo.report.Rfos;
import com.interspace.rfo.report.SectionsMissing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** A person of the centre sends an RFO to review, back, approves, publishes or withdraws it. */
@ApplicationScoped
public class MoveRfo {

    private final Rfos rfos;
    private final RfoDocuments documents;
    private final RfoContents contents;
    private final Press press;
    private final RfoDeadlines deadlines;
    private final Outbox outbox;
    private final InstantSource time;

    @Inject
    MoveRfo(
            Rfos rfos,
            RfoDocuments documents,
            RfoContents contents,
            Press press,
            RfoDeadlines deadlines,
            Outbox outbox,
            InstantSource time) {
        this.rfos = rfos;
        this.documents = documents;
        this.contents = contents;
        this.press = press;
        this.deadlines = deadlines;
        this.outbox = outbox;
        this.time = time;
    }

    /**
     * @param comment why; required to send back to draft
     * @param expectedVersion the version that the caller has read; null = whichever stands
     * @throws NotFound if there is no such RFO
     * @throws Stale if another version stands
     * @throws MoveRefused if it cannot go there from where it stands
     * @throws Forbidden if the caller wrote what he wants to approve or publish
     * @throws SectionsMissing if it cannot be approved yet
     */
    @Transactional
    public RfoReading move(UUID id, RfoStatus to, String comment, Long expectedVersion, Caller caller) {
        Rfo rfo = rfos.locked(id).orElseThrow(() -> new NotFound("RFO", id.toString()));
        rfo.expectVersion(expectedVersion);
        rfo.requireNext(to);
        Move move = new Move(rfo, contents.outageOf(rfo), comment, Person.of(caller), now());
        RfoDocument document = move.to(to);
        return new RfoReading(
                rfo, contents.of(rfo), rfo.changes(), document == null ? null : RfoDocuments.Reference.to(document));
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** One move that is under way. */
    private final class Move {

        private final Rfo rfo;
        private final Outage outage;
        private final String comment;
        private final Person by;
        private final Instant at;

        Move(Rfo rfo, Outage outage, String comment, Person by, Instant at) {
            this.rfo = rfo;
            this.outage = outage;
            this.comment = comment;
            this.by = by;
            this.at = at;
        }

        /** @return the document, if this move issued one */
        RfoDocument to(RfoStatus to) {
            switch (to) {
                case IN_REVIEW -> submit();
                case DRAFT -> sendBack();
                case APPROVED -> approve();
                case WITHDRAWN -> withdraw();
                case PUBLISHED -> {
                    return publish();
                }
                case SUPERSEDED -> throw new IllegalStateException("No status leads to " + to);
            }
            return null;
        }

        private void submit() {
            rfo.submit(contents.draft(rfo, outage), outage.state().cycle(), comment, by, at);
        }

        private void sendBack() {
            if (comment == null) {
                throw new Invalid("comment", "is required: the authors must know what to change");
            }
            rfo.sendBack(comment, by, at);
        }

        private void approve() {
            rfo.approve(outage, comment, by, at);
            outbox.append(RfoEvent.approved(rfo, by, at));
        }

        private RfoDocument publish() {
            rfo.requirePublishable(outage, by);
            Report report = Report.of(rfo, at);
            RfoDocument document = new RfoDocument(rfo, report, press.print(report));
            documents.add(document);
            rfo.published(comment, by, at);
            deadlines.disarm(rfo);
            outbox.append(RfoEvent.published(rfo, document, by, at));
            if (rfo.supersedes() != null) {
                supersede(rfos.locked(rfo.supersedes()).orElseThrow());
            }
            return document;
        }

        private void withdraw() {
            rfo.withdraw(comment, by, at);
            deadlines.disarm(rfo);
            outbox.append(RfoEvent.withdrawn(rfo, by, at));
        }

        private void supersede(Rfo earlier) {
            earlier.superseded(rfo, by, at);
            RfoDocuments.Reference document =
                    documents.references(List.of(earlier.id())).get(earlier.id());
            outbox.append(RfoEvent.superseded(earlier, document, by, at));
        }
    }
}
