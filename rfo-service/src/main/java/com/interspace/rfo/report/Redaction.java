package com.interspace.rfo.report;

import com.interspace.rfo.outage.Neighbours;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes the names of other customers out of a report: what an outage that several customers shared tells one of them must
 * not tell him of another, whoever wrote it. Names are found as whole words, in any case.
 */
public final class Redaction {

    /** Runs of characters of which names are made. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]*[\\p{L}\\p{N}]");

    /** In words. */
    private static final int LONGEST_NAME = 3;

    private static final Pattern JOINT = Pattern.compile("[._@+-]");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private record Rule(Pattern name, String replacement) {}

    private final List<Rule> rules;
    private final Set<String> services;

    /** @param foreign what must not be read */
    public Redaction(List<Neighbours.Name> foreign) {
        // The longest first: a name within a name must not break it.
        rules = foreign.stream()
                .sorted(Comparator.comparing(
                                (Neighbours.Name name) -> -name.text().length())
                        .thenComparing(Neighbours.Name::text))
                .map(name -> new Rule(patternOf(name.text()), replacementOf(name.kind())))
                .toList();
        services = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        foreign.stream().map(Neighbours.Name::text).forEach(services::add);
    }

    /** Every word of a report that could be a name, as a whole and in its parts, and each two or three in a row. */
    public static Set<String> wordsOf(Content content) {
        Set<String> words = new TreeSet<>();
        for (String text : textsOf(content)) {
            List<String> inOrder =
                    WORD.matcher(text).results().map(MatchResult::group).toList();
            for (int i = 0; i < inOrder.size(); i++) {
                words.add(inOrder.get(i));
                words.addAll(List.of(JOINT.split(inOrder.get(i))));
                for (int end = i + 2; end <= Math.min(i + LONGEST_NAME, inOrder.size()); end++) {
                    words.add(String.join(" ", inOrder.subList(i, end)));
                }
            }
        }
        words.remove("");
        return words;
    }

    /** The same report without the names; services of others are not among those that suffered. */
    public Content of(Content content) {
        if (rules.isEmpty()) {
            return content;
        }
        return content.withTexts(this::of).withImpactOnly(serviceId -> !services.contains(serviceId));
    }

    private String of(String text) {
        String redacted = text;
        for (Rule rule : rules) {
            redacted = rule.name().matcher(redacted).replaceAll(rule.replacement());
        }
        return redacted;
    }

    private static List<String> textsOf(Content content) {
        List<String> texts = new ArrayList<>();
        content.withTexts(text -> {
            texts.add(text);
            return text;
        });
        content.impact().services().stream()
                .map(Impact.AffectedService::serviceId)
                .filter(id -> id != null)
                .forEach(texts::add);
        return texts;
    }

    private static Pattern patternOf(String name) {
        StringBuilder parts = new StringBuilder("(?<![\\p{L}\\p{N}])");
        String separator = "";
        for (String part : SPACE.split(name.strip())) {
            parts.append(separator).append(Pattern.quote(part));
            separator = "\\s+";
        }
        return Pattern.compile(
                parts.append("(?![\\p{L}\\p{N}])").toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String replacementOf(Neighbours.Kind kind) {
        return switch (kind) {
            case CUSTOMER -> "[another customer]";
            case SERVICE -> "[another service]";
            case TICKET -> "[another ticket]";
        };
    }
}
