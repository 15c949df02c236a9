package com.interspace.escalation.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.escalation.document.DocumentAnnouncements;
import com.interspace.escalation.matrix.KnownService;
import com.interspace.escalation.matrix.Services;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;

/** A customer confirms that he has received the document of his service's matrix. */
@ApplicationScoped
public class ConfirmReceipt {

    private final Services services;
    private final ReadMatrix matrices;
    private final DocumentAnnouncements announcements;
    private final InstantSource time;

    @Inject
    ConfirmReceipt(Services services, ReadMatrix matrices, DocumentAnnouncements announcements, InstantSource time) {
        this.services = services;
        this.matrices = matrices;
        this.announcements = announcements;
        this.time = time;
    }

    /**
     * Recorded and announced once; confirming again changes nothing.
     *
     * @param version null = the one in force now
     * @throws NotFound as {@link ReadMatrix#read}
     */
    @Transactional
    public MatrixReading confirm(Caller caller, String serviceId, Integer version) {
        KnownService service = services.locked(serviceId, caller.accountScope())
                .orElseThrow(() -> new NotFound("escalation matrix", serviceId));
        MatrixReading reading = matrices.read(caller, serviceId, version);
        Instant now = time.instant();
        if (reading.document().confirmReceipt(caller.id(), now)) {
            announcements.receiptConfirmed(
                    reading.matrix(), reading.document(), caller.id(), caller.party(), now, service.nextAnnouncement());
        }
        return reading;
    }
}
