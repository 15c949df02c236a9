package com.interspace.rfo.adapter.postgres;

import com.interspace.chassis.schema.JsonColumn;
import com.interspace.rfo.finding.Measure;
import com.interspace.rfo.problem.RootCause;
import jakarta.persistence.Converter;

/** The parts of problems and findings that stand in the tables as JSON text; nobody searches in them. */
final class ProblemJson {

    private ProblemJson() {}

    @Converter(autoApply = true)
    public static class OfRootCause extends JsonColumn<RootCause> {
        public OfRootCause() {
            super(RootCause.class);
        }
    }

    @Converter(autoApply = true)
    public static class OfMeasure extends JsonColumn<Measure> {
        public OfMeasure() {
            super(Measure.class);
        }
    }
}
