package com.interspace.chassis.page;

import com.interspace.chassis.refusal.Malformed;
import java.util.Optional;

/** The version of an object as an entity tag. */
public final class Etag {

    private Etag() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** Empty when the caller does not mind which version stands. */
    public static Optional<Long> expected(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.trim().equals("*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(ifMatch.trim().replaceAll("^\"|\"$", "")));
        } catch (NumberFormatException foreign) {
            throw new Malformed("If-Match must carry the ETag of an earlier answer, such as \"3\".");
        }
    }
}
