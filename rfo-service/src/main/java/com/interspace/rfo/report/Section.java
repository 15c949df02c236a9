package com.interspace.rfo.report;

import java.util.function.UnaryOperator;

/** What stands in a section that a person may write. */
public sealed interface Section permits Prose, Impact, RootCause, Measures {

    /** Whether it still lacks what an RFO cannot be approved without. */
    boolean incomplete();

    /** The same with other words; an absent text stays absent. */
    Section withTexts(UnaryOperator<String> words);

    /** @return null for null */
    static String replaced(String text, UnaryOperator<String> words) {
        return text == null ? null : words.apply(text);
    }
}
