package com.interspace.rfo.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.page.Cursor;
import com.interspace.chassis.page.Page;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.rfo.report.NotPublished;
import com.interspace.rfo.report.Rfo;
import com.interspace.rfo.report.RfoDocument;
import com.interspace.rfo.report.RfoDocuments;
import com.interspace.rfo.report.RfoStatus;
import com.interspace.rfo.report.Rfos;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the centre and the customers look up. Everybody sees the RFOs of his accounts only. */
@ApplicationScoped
public class ReadRfos {

    private final Rfos rfos;
    private final RfoDocuments documents;
    private final RfoContents contents;

    @Inject
    ReadRfos(Rfos rfos, RfoDocuments documents, RfoContents contents) {
        this.rfos = rfos;
        this.documents = documents;
        this.contents = contents;
    }

    /** @throws NotFound if there is none that the caller may see */
    @Transactional
    public RfoReading read(UUID id, Caller caller) {
        Rfo rfo = visible(id, caller);
        RfoDocuments.Reference document = documents.references(List.of(id)).get(id);
        return new RfoReading(rfo, contents.of(rfo), rfo.changes(), document);
    }

    /**
     * @param ticketId null = of any ticket
     * @param status null = in any
     * @param after where the list goes on; null = from the newest
     * @param limit rows of the page
     */
    @Transactional
    public Page<RfoLine> list(String ticketId, RfoStatus status, Caller caller, Cursor after, int limit) {
        Rfos.Filter filter = new Rfos.Filter(ticketId, status, caller.accountScope());
        Page<Rfo> page = Page.of(rfos.list(filter, after, limit + 1), limit, Rfos::after);
        Map<UUID, RfoDocuments.Reference> references =
                documents.references(page.items().stream().map(Rfo::id).toList());
        return page.map(rfo -> new RfoLine(rfo, references.get(rfo.id())));
    }

    @Transactional
    public long count(String ticketId, RfoStatus status, Caller caller) {
        return rfos.count(new Rfos.Filter(ticketId, status, caller.accountScope()));
    }

    /**
     * @throws NotFound if there is no RFO that the caller may see
     * @throws NotPublished if it has no document yet
     */
    @Transactional
    public RfoDocument document(UUID id, Caller caller) {
        Rfo rfo = visible(id, caller);
        return documents.ofRfo(id).orElseThrow(() -> new NotPublished(rfo));
    }

    private Rfo visible(UUID id, Caller caller) {
        return rfos.byId(id)
                .filter(rfo -> caller.maySee(rfo.account()))
                .orElseThrow(() -> new NotFound("RFO", id.toString()));
    }
}
