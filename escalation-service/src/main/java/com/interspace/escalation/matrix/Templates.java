package com.interspace.escalation.matrix;

import java.util.Map;

/** The ladders that this release brings along, by product tier; a manager may have written others since. */
public interface Templates {

    /** The name of the template for tiers without one of their own. */
    String USUAL = "default";

    /** Every template by its name. */
    Map<String, Ladder> all();
}
