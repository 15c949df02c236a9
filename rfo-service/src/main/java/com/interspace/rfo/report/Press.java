package com.interspace.rfo.report;

/** Prints reports. */
public interface Press {

    /** The same bytes for the same report. */
    PrintedReport print(Report report);
}
