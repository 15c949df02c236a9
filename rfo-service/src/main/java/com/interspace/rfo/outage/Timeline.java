package com.interspace.rfo.outage;

import java.util.List;

/** The rows of all tickets. */
public interface Timeline {

    /** Keeps the row; a row of the same event that is there already stands as it is. */
    void add(TimelineRow row);

    /** By instant, then sequence, then event id: always the same order for the same rows. */
    List<TimelineRow> of(String ticketId);
}
