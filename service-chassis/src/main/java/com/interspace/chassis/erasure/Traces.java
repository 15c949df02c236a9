package com.interspace.chassis.erasure;

import java.util.Collection;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words by which one person is recognised in a text: names, e-mail addresses and phone numbers, whole, in any case,
 * names across line breaks and numbers however they are spaced. What is too short to mean one person (names of less
 * than three characters, numbers of less than six digits) is not looked for.
 */
public final class Traces {

    /** What stands where the words stood. */
    public static final String ERASED = "[erased]";

    private static final int SHORTEST_NAME = 3;
    private static final int SHORTEST_NUMBER = 6;

    /** A space, or what JSON writes for a line break. */
    private static final String GAP = "(?:\\s|\\\\[nrt])+";

    private static final String BETWEEN_DIGITS = "[\\s().\\/-]*";

    private final String pattern;

    private Traces(String pattern) {
        this.pattern = pattern;
    }

    /** Nulls and blanks among the words are passed over. */
    public static Traces of(Collection<String> names, Collection<String> emails, Collection<String> phones) {
        return new Traces(Stream.of(
                        emails.stream().filter(Traces::isSaid).map(Traces::email),
                        names.stream()
                                .filter(Traces::isSaid)
                                .map(String::strip)
                                .filter(name -> name.length() >= SHORTEST_NAME)
                                .map(Traces::name),
                        phones.stream()
                                .filter(Objects::nonNull)
                                .map(Traces::digits)
                                .filter(digits -> digits.length() >= SHORTEST_NUMBER)
                                .map(Traces::phone))
                .flatMap(words -> words)
                .distinct()
                .collect(Collectors.joining("|")));
    }

    /** Whether there is nothing to look for. */
    public boolean isEmpty() {
        return pattern.isEmpty();
    }

    public boolean areIn(String text) {
        return !isEmpty()
                && text != null
                && Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(text)
                        .find();
    }

    /** A regular expression that Java and PostgreSQL read alike; to be matched without regard to case. */
    public String pattern() {
        return pattern;
    }

    private static String email(String address) {
        return "(?<![\\w.%+-])" + literally(address.strip()) + "(?!\\.?\\w)";
    }

    private static String name(String name) {
        return "(?<!\\w)"
                + Stream.of(name.split("\\s+")).map(Traces::literally).collect(Collectors.joining(GAP))
                + "(?!\\w)";
    }

    private static String phone(String digits) {
        return "(?<!\\d)\\+?" + String.join(BETWEEN_DIGITS, digits.split("")) + "(?!\\d)";
    }

    private static String digits(String number) {
        return number.replaceAll("\\D", "");
    }

    private static boolean isSaid(String word) {
        return word != null && !word.isBlank();
    }

    private static String literally(String word) {
        return word.replaceAll("([^\\p{L}\\p{N}\\s])", "\\\\$1");
    }
}
