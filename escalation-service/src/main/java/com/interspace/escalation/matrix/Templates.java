package com.interspace.escalation.matrix;

import java.util.Map;

/** The ladders that the centre starts from, by product tier. */
public interface Templates {

    /** The name of the template for tiers without one of their own. */
    String USUAL = "default";

    /** The name of the template that serves a tier. */
    String nameFor(String tier);

    /** Every template by its name. */
    Map<String, Ladder> all();
}
