package com.interspace.rfo.report;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

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

    @Override
    public Measures withTexts(UnaryOperator<String> words) {
        return new Measures(
                Section.replaced(text, words),
                actions.stream()
                        .map(action -> new PreventiveAction(
                                words.apply(action.text()), words.apply(action.owner()), action.due()))
                        .toList());
    }
}
