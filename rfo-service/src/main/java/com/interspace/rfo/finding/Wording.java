package com.interspace.rfo.finding;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** How findings explain themselves: each in one sentence, with its figures. */
public final class Wording {

    private Wording() {}

    public static String chronic(Subject subject, FaultRate rate) {
        return "%s had %d tickets in 30 days; its history of %d days (%d tickets) explains %s, and so many without a "
                        .formatted(
                                capital(subject.toString()),
                                rate.recent(),
                                Math.round(rate.historyDays()),
                                rate.earlier(),
                                one(rate.expected()))
                + "change come by chance once in %s times.".formatted(oneIn(rate.chance()));
    }

    public static String commonCause(Subject subject, long tickets) {
        return "%d tickets came within 15 minutes of each other and share the %s: possibly one cause."
                .formatted(tickets, subject);
    }

    public static String repeatedCause(String category, List<String> problems) {
        return "%d problems within 90 days have a root cause of the category %s: %s."
                .formatted(problems.size(), category, String.join(", ", problems));
    }

    public static String overdueAction(String text, String problem, String owner, Instant due) {
        return "The preventive action \"%s\" of %s, promised by %s until %s, is not done; the problem may come back."
                .formatted(text, problem, owner, minute(due));
    }

    public static String degradation(Reading reading, Measure measure, Instant first, Instant last) {
        String readings = measure.count() == 1
                ? "one reading at " + minute(first)
                : "%d readings from %s to %s".formatted(measure.count(), minute(first), minute(last));
        return "%s on %s is beyond its threshold of %s in %s; the worst was %s."
                .formatted(
                        capital(reading.kind()),
                        reading.subject(),
                        Reading.plain(measure.threshold()),
                        readings,
                        Reading.plain(measure.worst()));
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String oneIn(double chance) {
        return chance < 1e-9 ? "more than 1,000,000,000" : String.format(Locale.ROOT, "%,d", Math.round(1 / chance));
    }

    private static String minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' ').replace(":00Z", " UTC");
    }
}
