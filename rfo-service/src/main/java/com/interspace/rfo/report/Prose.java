package com.interspace.rfo.report;

import java.util.function.UnaryOperator;

/** A section that is plain text: summary, resolution, detection, target. The text may be null in a draft. */
public record Prose(String text) implements Section {

    @Override
    public boolean incomplete() {
        return text == null || text.isBlank();
    }

    @Override
    public Prose withTexts(UnaryOperator<String> words) {
        return new Prose(Section.replaced(text, words));
    }
}
