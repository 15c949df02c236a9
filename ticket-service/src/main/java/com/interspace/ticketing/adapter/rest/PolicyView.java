package com.interspace.ticketing.adapter.rest;

import com.interspace.chassis.refusal.Violations;
import com.interspace.ticketing.priority.Priority;
import com.interspace.ticketing.sla.ClockHours;
import com.interspace.ticketing.sla.ClockName;
import com.interspace.ticketing.sla.SlaPolicy;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Targets by priority, and the calendar of each clock that does not run day and night.
 *
 * @param version ignored when it is sent
 */
@Schema(name = "SlaPolicy")
record PolicyView(
        Integer version,
        @Schema(required = true, description = "By priority: critical, major, minor, low") Map<String, Targets> targets,
        @Schema(description = "By clock: response, update, repair; the name of a calendar, pinned when it is put")
                Map<String, Calendar> calendars) {

    /** ISO-8601 durations. */
    @Schema(name = "SlaTargets")
    record Targets(
            @Schema(required = true, examples = "PT15M") String response,
            @Schema(required = true, examples = "PT1H") String update,
            @Schema(required = true, examples = "PT4H") String repair) {}

    /** @param version pinned; ignored when it is sent */
    @Schema(name = "PinnedCalendar")
    record Calendar(@Schema(required = true) String name, Integer version) {}

    private static final Duration LONGEST = Duration.ofDays(366);

    static PolicyView of(SlaPolicy policy) {
        Map<String, Targets> targets = new LinkedHashMap<>();
        for (Priority priority : Priority.values()) {
            SlaPolicy.Targets of = policy.targets().get(priority);
            targets.put(
                    priority.toString(),
                    new Targets(
                            of.response().toString(),
                            of.update().toString(),
                            of.repair().toString()));
        }
        Map<String, Calendar> calendars = new LinkedHashMap<>();
        for (ClockName clock : ClockName.values()) {
            ClockHours hours = policy.hours(clock);
            if (!hours.isDayAndNight()) {
                calendars.put(clock.toString(), new Calendar(hours.name(), hours.version()));
            }
        }
        return new PolicyView(policy.version(), targets, calendars);
    }

    Map<Priority, SlaPolicy.Targets> readTargets(Violations violations) {
        Map<Priority, SlaPolicy.Targets> read = new EnumMap<>(Priority.class);
        for (Priority priority : Priority.values()) {
            String field = "targets." + priority;
            Targets given = violations.required(field, targets == null ? null : targets.get(priority.toString()));
            if (given != null) {
                read.put(
                        priority,
                        new SlaPolicy.Targets(
                                duration(field + ".response", given.response(), violations),
                                duration(field + ".update", given.update(), violations),
                                duration(field + ".repair", given.repair(), violations)));
            }
        }
        return read;
    }

    Map<ClockName, String> readCalendars(Violations violations) {
        Map<ClockName, String> read = new EnumMap<>(ClockName.class);
        (calendars == null ? Map.<String, Calendar>of() : calendars).forEach((word, calendar) -> {
            ClockName clock = violations.oneOf("calendars", word, ClockName.class);
            String name = violations.required("calendars." + word, calendar == null ? null : calendar.name());
            if (clock != null && name != null) {
                read.put(clock, name);
            }
        });
        return read;
    }

    private static Duration duration(String field, String text, Violations violations) {
        String given = violations.required(field, text);
        if (given == null) {
            return null;
        }
        try {
            Duration duration = Duration.parse(given);
            if (duration.compareTo(Duration.ofSeconds(1)) >= 0 && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException unreadable) {
            // answered below like a duration that is out of bounds
        }
        violations.add(field, "must be an ISO-8601 duration between PT1S and P366D such as PT4H");
        return null;
    }

    static List<PolicyView> of(List<SlaPolicy> policies) {
        return policies.stream().map(PolicyView::of).toList();
    }
}
