package com.interspace.escalation.usecase;

import com.interspace.chassis.pdf.Sha256;
import com.interspace.escalation.document.DocumentAnnouncements;
import com.interspace.escalation.document.Documents;
import com.interspace.escalation.document.IssuedDocument;
import com.interspace.escalation.document.Kind;
import com.interspace.escalation.document.OfficialDocument;
import com.interspace.escalation.document.Press;
import com.interspace.escalation.document.Rendition;
import com.interspace.escalation.matrix.KnownService;
import com.interspace.escalation.matrix.Ladder;
import com.interspace.escalation.matrix.Matrices;
import com.interspace.escalation.matrix.Matrix;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** Writes the next version of a service's matrix and issues its document: numbered, printed, kept and announced once. */
@ApplicationScoped
public class IssueMatrix {

    private final Matrices matrices;
    private final Documents documents;
    private final Press press;
    private final DocumentAnnouncements announcements;
    private final InstantSource time;

    @Inject
    IssueMatrix(
            Matrices matrices,
            Documents documents,
            Press press,
            DocumentAnnouncements announcements,
            InstantSource time) {
        this.matrices = matrices;
        this.documents = documents;
        this.press = press;
        this.announcements = announcements;
        this.time = time;
    }

    /** @param service locked by the caller's transaction */
    @Transactional(Transactional.TxType.MANDATORY)
    public MatrixReading issue(KnownService service, Ladder ladder, Instant effectiveFrom) {
        Instant now = time.instant();
        Matrix matrix = Matrix.ofService(
                service.serviceId(), service.account(), service.nextMatrixVersion(), effectiveFrom, ladder, now);
        matrices.add(matrix);
        IssuedDocument document = printed(service, matrix, now);
        announcements.issued(matrix, document, service.nextAnnouncement());
        return new MatrixReading(matrix, document);
    }

    private IssuedDocument printed(KnownService service, Matrix matrix, Instant now) {
        String number = documents.nextNumber(now.atOffset(ZoneOffset.UTC).getYear());
        OfficialDocument content = OfficialDocument.of(number, service, matrix, now);
        Press.Print print = press.print(content);
        Rendition pdf = new Rendition(number, Kind.PDF, print.pdf(), Sha256.of(print.pdf()));
        Rendition json = new Rendition(number, Kind.JSON, print.json(), Sha256.of(print.json()));
        IssuedDocument document = IssuedDocument.of(content, pdf.sha256(), json.sha256());
        documents.add(document, pdf, json);
        return document;
    }
}
