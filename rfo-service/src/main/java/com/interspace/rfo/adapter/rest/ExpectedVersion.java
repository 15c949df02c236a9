package com.interspace.rfo.adapter.rest;

import com.interspace.chassis.refusal.Malformed;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code If-Match}. */
final class ExpectedVersion {

    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"?(\\d{1,18})\"?");

    private ExpectedVersion() {}

    /**
     * @return null if the caller does not mind which version stands
     * @throws Malformed if it is no ETag of this service
     */
    static Long of(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.trim().equals("*")) {
            return null;
        }
        Matcher etag = ETAG.matcher(ifMatch.trim());
        if (!etag.matches()) {
            throw new Malformed("If-Match must be an ETag that this service gave out, such as \"3\".");
        }
        return Long.valueOf(etag.group(1));
    }
}
