package com.interspace.ticketing.adapter.tika;

import com.interspace.ticketing.attachment.FileTypes;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.tika.Tika;

/** File types by Tika's magic numbers; no parser is on board, so nothing of a file is ever interpreted. */
@ApplicationScoped
class SniffedTypes implements FileTypes {

    private final Tika tika = new Tika();

    @Override
    public String typeOf(byte[] beginning, String fileName) {
        return tika.detect(beginning, fileName);
    }
}
