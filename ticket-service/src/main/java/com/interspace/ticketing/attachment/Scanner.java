package com.interspace.ticketing.attachment;

import java.io.IOException;
import java.io.InputStream;

/** Looks for malicious content. */
public interface Scanner {

    /** Whether this house scans at all. Where it does, nothing leaves before a verdict. */
    boolean isOn();

    /** @throws IOException when there is no verdict: the scanner is away, too slow, or does not know what to say */
    Verdict examine(InputStream bytes) throws IOException;
}
