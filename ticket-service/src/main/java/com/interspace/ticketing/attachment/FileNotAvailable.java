package com.interspace.ticketing.attachment;

import com.interspace.chassis.refusal.Conflict;
import java.util.Map;

/** 409: the file is there, but it may not leave the house, or not yet. */
public final class FileNotAvailable extends Conflict {

    private final boolean waiting;

    public FileNotAvailable(AttachmentState state) {
        super(
                "file-not-available",
                "File not available",
                state == AttachmentState.HELD
                        ? "The file is held until it has been examined; try again in a moment."
                        : "The file was refused by the scanner and has been deleted.",
                Map.of("state", state.toString()));
        this.waiting = state == AttachmentState.HELD;
    }

    @Override
    public Map<String, String> headers() {
        return waiting ? Map.of("Retry-After", "10") : Map.of();
    }
}
