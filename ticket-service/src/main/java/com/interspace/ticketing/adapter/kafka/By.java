package com.interspace.ticketing.adapter.kafka;

/** Who did it, by id only: no personal data in events. */
record By(String id, String party) {}
