package com.interspace.rfo.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.Stale;
import com.interspace.rfo.report.NotADraft;
import com.interspace.rfo.report.Person;
import com.interspace.rfo.report.Rfo;
import com.interspace.rfo.report.Rfos;
import com.interspace.rfo.report.Section;
import com.interspace.rfo.report.SectionName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A person of the centre writes a section; from then on the record no longer speaks there. */
@ApplicationScoped
public class WriteSection {

    private final Rfos rfos;
    private final RfoContents contents;
    private final InstantSource time;

    @Inject
    WriteSection(Rfos rfos, RfoContents contents, InstantSource time) {
        this.rfos = rfos;
        this.contents = contents;
        this.time = time;
    }

    /**
     * @param expectedVersion the version that the caller has read; null = whichever stands
     * @throws NotFound if there is no such RFO
     * @throws Stale if another version stands
     * @throws NotADraft if it is past that
     */
    @Transactional
    public RfoReading write(UUID id, SectionName name, Section text, Long expectedVersion, Caller caller) {
        Rfo rfo = rfos.locked(id).orElseThrow(() -> new NotFound("RFO", id.toString()));
        rfo.expectVersion(expectedVersion);
        rfo.write(name, text, Person.of(caller), time.instant().truncatedTo(ChronoUnit.MILLIS));
        return new RfoReading(rfo, contents.of(rfo), rfo.changes(), null);
    }
}
