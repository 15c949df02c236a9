package com.interspace.ticketing.intake;

import java.util.Optional;

/** Tells in which of the panel's languages somebody has written. */
public interface Languages {

    /** ISO 639-1 code; empty when the text is too short or it cannot be told. */
    Optional<String> of(String text);
}
