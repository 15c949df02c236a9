package com.interspace.rfo.report;

/** The two forms of one report: the PDF prints the SHA-256 of the JSON. */
public record PrintedReport(byte[] pdf, byte[] json) {}
