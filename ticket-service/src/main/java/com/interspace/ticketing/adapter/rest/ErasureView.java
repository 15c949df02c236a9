package com.interspace.ticketing.adapter.rest;

import com.interspace.ticketing.person.Erasure;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who erased a contact, when and why. */
@Schema(name = "Erasure")
record ErasureView(String contactId, String account, Instant at, String by, String reason) {

    static ErasureView of(Erasure erasure) {
        return new ErasureView(
                erasure.contactId(), erasure.account(), erasure.at(), erasure.byName(), erasure.reason());
    }
}
