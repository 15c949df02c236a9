package com.interspace.rfo.report;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Why it happened.
 *
 * @param category one word for statistics, such as {@code hardware}, {@code fibre} or {@code configuration}
 * @param fiveWhys each the answer to why the one before it; may be empty
 */
public record RootCause(String category, String text, List<String> fiveWhys) implements Section {

    public RootCause {
        fiveWhys = fiveWhys == null ? List.of() : List.copyOf(fiveWhys);
    }

    @Override
    public boolean incomplete() {
        return category == null || category.isBlank() || text == null || text.isBlank();
    }

    @Override
    public RootCause withTexts(UnaryOperator<String> words) {
        return new RootCause(
                Section.replaced(category, words),
                Section.replaced(text, words),
                fiveWhys.stream().map(words).toList());
    }
}
