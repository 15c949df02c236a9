package com.interspace.escalation.adapter.rest;

import com.interspace.escalation.document.IssuedDocument;
import com.interspace.escalation.document.Kind;
import com.interspace.escalation.matrix.Level;
import com.interspace.escalation.matrix.Matrix;
import com.interspace.escalation.usecase.MatrixReading;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of a service's escalation matrix. */
@Schema(name = "EscalationMatrix")
public record MatrixView(
        String serviceId, int version, Instant effectiveFrom, List<Level> levels, DocumentView document) {

    /** Its official document; {@code receiptConfirmedAt} is null until the customer has confirmed. */
    @Schema(name = "EscalationDocument")
    public record DocumentView(String number, String pdfSha256, String jsonSha256, Instant receiptConfirmedAt) {

        static DocumentView of(IssuedDocument document) {
            return new DocumentView(
                    document.number(),
                    document.sha256(Kind.PDF),
                    document.sha256(Kind.JSON),
                    document.receiptConfirmedAt());
        }
    }

    static MatrixView of(MatrixReading reading) {
        Matrix matrix = reading.matrix();
        return new MatrixView(
                matrix.serviceId(),
                matrix.version(),
                matrix.effectiveFrom(),
                matrix.ladder().levels(),
                DocumentView.of(reading.document()));
    }
}
