package com.interspace.rfo.adapter.pdf;

import com.interspace.rfo.report.Content;
import com.interspace.rfo.report.Impact;
import com.interspace.rfo.report.Measures;
import com.interspace.rfo.report.Prose;
import com.interspace.rfo.report.Report;
import com.interspace.rfo.report.RootCause;
import java.time.Instant;
import java.util.List;

/** The JSON form of an issued RFO: everything that the PDF says, for machines. */
record ReportTwin(
        String kind,
        String issuer,
        String number,
        int version,
        Instant publishedAt,
        String ticketId,
        String account,
        String serviceId,
        Sections sections,
        List<Content.Entry> timeline) {

    record Sections(
            Content.Identification identification,
            Prose summary,
            Impact impact,
            RootCause rootCause,
            Prose resolution,
            Prose detection,
            Measures measures,
            Prose target,
            Approval approval) {}

    record Approval(String approvedBy, Instant approvedAt) {}

    static ReportTwin of(Report report, String issuer) {
        Content content = report.content();
        return new ReportTwin(
                "rfo",
                issuer,
                report.number(),
                report.version(),
                report.publishedAt(),
                content.identification().ticketId(),
                content.identification().account(),
                content.identification().serviceId(),
                new Sections(
                        content.identification(),
                        content.summary(),
                        content.impact(),
                        content.rootCause(),
                        content.resolution(),
                        content.detection(),
                        content.measures(),
                        content.target(),
                        new Approval(report.approvedBy(), report.approvedAt())),
                content.timeline());
    }
}
