package com.interspace.rfo.adapter.rest;

import com.interspace.rfo.report.RfoDocuments;

/** Where an issued document can be recognised by. */
public record DocumentView(String number, int version, String pdfSha256, String jsonSha256) {

    /** Null where nothing was issued yet. */
    static DocumentView of(RfoDocuments.Reference document) {
        return document == null
                ? null
                : new DocumentView(document.number(), document.version(), document.pdfSha256(), document.jsonSha256());
    }
}
