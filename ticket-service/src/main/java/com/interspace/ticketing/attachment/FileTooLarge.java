package com.interspace.ticketing.attachment;

import com.interspace.chassis.refusal.Refusal;
import java.util.Map;

/** 413: a single file is larger than the centre takes. */
public final class FileTooLarge extends Refusal {

    /** The largest file, in bytes (centre's rule: 25 MB). */
    public static final long LARGEST = 25L * 1024 * 1024;

    public FileTooLarge() {
        super(413, "file-too-large", "File too large", "A file may have at most 25 MB; pack or split it.");
    }

    @Override
    public Map<String, Object> members() {
        return Map.of("largestBytes", LARGEST);
    }
}
