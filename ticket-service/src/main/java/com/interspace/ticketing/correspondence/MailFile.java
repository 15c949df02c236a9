package com.interspace.ticketing.correspondence;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file in a mail.
 *
 * @param name as the sender calls it; null when he does not say
 */
public record MailFile(String name, Content content) {

    /** The bytes, decoded as they are read; may be opened several times. */
    public interface Content {
        InputStream open() throws IOException;
    }
}
