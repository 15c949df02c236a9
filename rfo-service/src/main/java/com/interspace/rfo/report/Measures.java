package com.interspace.rfo.report;

import java.time.LocalDate;
import java.util.List;

/** What was and will be done so that it does not happen again. */
public record Measures(String text, List<PreventiveAction> actions) implements Section {

    public record PreventiveAction(String text, String owner, LocalDate due) {}

    public Measures {
        actions = actions == null ? List.of() : List.copyOf(actions);
    }

    @Override
    public boolean incomplete() {
        return actions.isEmpty() && (text == null || text.isBlank());
    }
}
