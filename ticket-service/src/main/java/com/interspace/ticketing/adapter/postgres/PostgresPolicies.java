package com.interspace.ticketing.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.interspace.ticketing.priority.Priority;
import com.interspace.ticketing.sla.Calendars;
import com.interspace.ticketing.sla.ClockHours;
import com.interspace.ticketing.sla.ClockName;
import com.interspace.ticketing.sla.Policies;
import com.interspace.ticketing.sla.SlaPolicy;
import com.interspace.ticketing.ticket.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

@ApplicationScoped
class PostgresPolicies implements Policies {

    static final String KIND = "sla-policy";

    /** A policy as it is stored; a calendar is pinned by name and version. */
    record Body(Map<String, Targets> targets, Map<String, Pinned> calendars) {}

    record Targets(String response, String update, String repair) {}

    record Pinned(String name, int version) {}

    private final RuleShelf shelf;
    private final Calendars calendars;
    private final ObjectMapper json;

    @Inject
    PostgresPolicies(RuleShelf shelf, Calendars calendars, ObjectMapper json) {
        this.shelf = shelf;
        this.calendars = calendars;
        this.json = json;
    }

    @Override
    public SlaPolicy current() {
        return find(newest()).orElseThrow();
    }

    @Override
    public Optional<SlaPolicy> find(int version) {
        return shelf.find(new RuleShelf.Key(KIND, "", version), this::read);
    }

    @Override
    public List<SlaPolicy> all() {
        int newest = newest();
        return IntStream.range(0, newest)
                .mapToObj(back -> find(newest - back).orElseThrow())
                .toList();
    }

    @Override
    public SlaPolicy add(SlaPolicy policy, Actor by, Instant at) {
        return shelf.add(KIND, "", policy, body(policy), SlaPolicy::saysTheSameAs, this::read, by, at);
    }

    private int newest() {
        return shelf.newest(KIND, "").orElseThrow();
    }

    private static Body body(SlaPolicy policy) {
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
        Map<String, Pinned> pinned = new LinkedHashMap<>();
        policy.hours()
                .forEach((clock, hours) -> pinned.put(clock.toString(), new Pinned(hours.name(), hours.version())));
        return new Body(targets, pinned);
    }

    private SlaPolicy read(RuleShelf.Key key, String text) throws JsonProcessingException {
        Body body = json.readValue(text, Body.class);
        Map<Priority, SlaPolicy.Targets> targets = new EnumMap<>(Priority.class);
        body.targets()
                .forEach((priority, of) -> targets.put(
                        Priority.of(priority),
                        new SlaPolicy.Targets(
                                Duration.parse(of.response()),
                                Duration.parse(of.update()),
                                Duration.parse(of.repair()))));
        Map<ClockName, ClockHours> hours = new EnumMap<>(ClockName.class);
        body.calendars()
                .forEach((clock, pinned) -> hours.put(
                        ClockName.of(clock),
                        calendars.find(pinned.name(), pinned.version()).orElseThrow()));
        return new SlaPolicy(key.version(), targets, hours);
    }
}
