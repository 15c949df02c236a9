package com.interspace.ticketing.correspondence;

/** Makes sense of the bytes of a mail. */
public interface MailReader {

    /**
     * Never refuses: what cannot be read is left out, and the mail's remarks say so.
     *
     * @param complete false when the bytes are the headers only, because the rest was too large
     */
    Mail read(byte[] raw, boolean complete);
}
