package com.interspace.rfo.usecase.finding;

import com.interspace.rfo.finding.Evidence;
import com.interspace.rfo.finding.Finding;
import java.util.List;

/** A finding with what it rests on; the oldest 200 pieces. */
public record FindingReading(Finding finding, List<Evidence> evidence) {}
