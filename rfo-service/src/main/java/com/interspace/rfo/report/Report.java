package com.interspace.rfo.report;

import java.time.Instant;

/** What is printed: the reviewed content with its publication. */
public record Report(
        String number, int version, Instant publishedAt, Content content, String approvedBy, Instant approvedAt) {

    public static Report of(Rfo rfo, Instant publishedAt) {
        return new Report(rfo.number(), rfo.edition(), publishedAt, rfo.reviewed(), rfo.approvedBy(), rfo.approvedAt());
    }
}
