package com.interspace.rfo.problem;

import java.util.List;

/**
 * Why it happened.
 *
 * @param category one word for statistics in lower case, such as fibre, power, hardware or human-error
 * @param fiveWhys at most five answers, each to the question why the one before was so
 */
public record RootCause(String category, String text, List<String> fiveWhys) {

    public RootCause {
        fiveWhys = fiveWhys == null ? List.of() : List.copyOf(fiveWhys);
    }
}
