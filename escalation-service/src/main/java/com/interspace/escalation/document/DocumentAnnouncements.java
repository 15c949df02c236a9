package com.interspace.escalation.document;

import com.interspace.escalation.matrix.Matrix;
import java.time.Instant;

/** Tells the other services about documents, in the transaction of the change. */
public interface DocumentAnnouncements {

    /** @param sequence the place of the event among those of the service */
    void issued(Matrix matrix, IssuedDocument document, long sequence);

    /** @param by the id of the caller who confirmed; {@code party} the word for what he is */
    void receiptConfirmed(Matrix matrix, IssuedDocument document, String by, String party, Instant at, long sequence);
}
