package com.interspace.escalation.document;

import com.interspace.escalation.matrix.KnownService;
import com.interspace.escalation.matrix.Level;
import com.interspace.escalation.matrix.Matrix;
import java.time.Instant;
import java.util.List;

/** What the document says that a customer is handed for his service's escalation matrix. */
public record OfficialDocument(
        String number,
        int version,
        String account,
        String serviceId,
        String product,
        String tier,
        Instant effectiveFrom,
        Instant issuedAt,
        List<Level> levels) {

    public static OfficialDocument of(String number, KnownService service, Matrix matrix, Instant issuedAt) {
        return new OfficialDocument(
                number,
                matrix.version(),
                service.account(),
                service.serviceId(),
                service.product(),
                service.tier(),
                matrix.effectiveFrom(),
                issuedAt,
                matrix.ladder().levels());
    }
}
