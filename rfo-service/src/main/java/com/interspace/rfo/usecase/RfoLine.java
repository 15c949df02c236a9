package com.interspace.rfo.usecase;

import com.interspace.rfo.report.Rfo;
import com.interspace.rfo.report.RfoDocuments;

/** One RFO as a line of a list. The document is null before publication. */
public record RfoLine(Rfo rfo, RfoDocuments.Reference document) {}
