package com.interspace.rfo.usecase;

import com.interspace.rfo.report.Content;
import com.interspace.rfo.report.Rfo;
import com.interspace.rfo.report.RfoChange;
import com.interspace.rfo.report.RfoDocuments;
import java.util.List;

/**
 * One RFO as a whole.
 *
 * @param content what it says now
 * @param changes its life so far, oldest first
 * @param document null before publication
 */
public record RfoReading(Rfo rfo, Content content, List<RfoChange> changes, RfoDocuments.Reference document) {}
