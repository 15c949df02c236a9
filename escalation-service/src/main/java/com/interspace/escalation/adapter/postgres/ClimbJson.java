package com.interspace.escalation.adapter.postgres;

import com.interspace.chassis.schema.JsonColumn;
import com.interspace.escalation.climb.Told;
import com.interspace.escalation.matrix.Ladder;
import jakarta.persistence.Converter;

/** Ladders and lists of persons stand in the tables as JSON text; nobody searches in them. */
final class ClimbJson {

    private ClimbJson() {}

    @Converter(autoApply = true)
    public static class OfLadder extends JsonColumn<Ladder> {
        public OfLadder() {
            super(Ladder.class);
        }
    }

    @Converter(autoApply = true)
    public static class OfTold extends JsonColumn<Told> {
        public OfTold() {
            super(Told.class);
        }
    }
}
