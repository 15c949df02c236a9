package com.interspace.ticketing.ticket;

import com.interspace.ticketing.priority.Priority;
import com.interspace.ticketing.sla.ClockName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The moments of a ticket that clocks depend on, in the order in which they happened. Clocks are computed from it
 * and never stored, so a pause can not be lost and a new priority can not forget one.
 */
public record Life(List<Moment> moments) {

    /** What kind of moment it was. */
    public enum Kind {
        PRIORITY,
        STATUS,
        /** The centre spoke to the customer: a public note, a logged call, a resolution. */
        SPOKE,
        /** A public word on the parent reached the customer: it restarts the update clock only. */
        UPDATED,
        /** Both sides agreed to wait; ends with the next status. */
        DEFERRED,
        WARNED,
        BREACHED
    }

    /** A part of the life in which a clock neither starts nor stops; it ends where the next one begins. */
    public record Stretch(Instant from, Status status, boolean deferred) {}

    /** @param value the priority, status or clock word; otherwise empty */
    public record Moment(Instant at, Kind kind, String value) {}

    public Life {
        moments = List.copyOf(moments);
    }

    public static Life begin(Instant at, Priority priority, Status status) {
        return new Life(List.of())
                .with(at, Kind.PRIORITY, priority.toString())
                .with(at, Kind.STATUS, status.toString());
    }

    public Life with(Instant at, Kind kind, String value) {
        List<Moment> longer = new ArrayList<>(moments);
        longer.add(new Moment(at, kind, value));
        return new Life(longer);
    }

    public Instant openedAt() {
        return moments.get(0).at();
    }

    /** What had happened by then, that instant included. */
    public Life until(Instant at) {
        return new Life(
                moments.stream().filter(moment -> !moment.at().isAfter(at)).toList());
    }

    public List<Moment> of(Kind kind) {
        return moments.stream().filter(moment -> moment.kind() == kind).toList();
    }

    /** The priority in force at the end. */
    public Priority priority() {
        List<Moment> priorities = of(Kind.PRIORITY);
        return Priority.of(priorities.get(priorities.size() - 1).value());
    }

    public Optional<Instant> firstSpoke() {
        return of(Kind.SPOKE).stream().findFirst().map(Moment::at);
    }

    /** When the customer last heard from the centre, or the opening while he has not. */
    public Instant lastWord() {
        return moments.stream()
                .filter(moment -> moment.kind() == Kind.SPOKE || moment.kind() == Kind.UPDATED)
                .reduce((earlier, later) -> later)
                .map(Moment::at)
                .orElseGet(this::openedAt);
    }

    /** What a clock sees of this life, in order. */
    public List<Stretch> stretches(ClockName clock) {
        List<Stretch> stretches = new ArrayList<>();
        Status status = null;
        boolean deferred = false;
        for (Moment moment : moments) {
            if (moment.kind() == Kind.STATUS) {
                status = Status.of(moment.value());
                deferred = false;
            } else if (moment.kind() == Kind.DEFERRED) {
                deferred = true;
            } else if (!startsAnew(moment.kind(), clock)) {
                continue;
            }
            stretches.add(new Stretch(moment.at(), status, deferred));
        }
        return stretches;
    }

    private static boolean startsAnew(Kind kind, ClockName clock) {
        return kind == Kind.SPOKE && clock != ClockName.REPAIR || kind == Kind.UPDATED && clock == ClockName.UPDATE;
    }

    /** The beginnings of the cycles: the opening, then each return from resolved to work. */
    public List<Instant> cycles() {
        List<Instant> beginnings = new ArrayList<>(List.of(openedAt()));
        Status before = null;
        for (Moment moment : of(Kind.STATUS)) {
            Status status = Status.of(moment.value());
            if (before == Status.RESOLVED && status == Status.IN_PROGRESS) {
                beginnings.add(moment.at());
            }
            before = status;
        }
        return beginnings;
    }

    public Instant cycleBegan() {
        List<Instant> cycles = cycles();
        return cycles.get(cycles.size() - 1);
    }

    public boolean hasBeen(Status status) {
        return of(Kind.STATUS).stream().anyMatch(moment -> moment.value().equals(status.toString()));
    }

    /** The highest priority that was in force at any time since the current cycle began. */
    public Priority highestOfCycle() {
        Instant began = cycleBegan();
        Priority highest = null;
        for (Moment moment : of(Kind.PRIORITY)) {
            Priority priority = Priority.of(moment.value());
            boolean inForceWhenCycleBegan = !moment.at().isAfter(began);
            if (highest == null || inForceWhenCycleBegan || priority.isHigherThan(highest)) {
                highest = priority;
            }
        }
        return highest;
    }

    /** One line a moment; the form in which it is stored. */
    public String text() {
        return moments.stream()
                .map(moment -> moment.at() + " " + moment.kind() + " " + moment.value())
                .collect(Collectors.joining("\n"));
    }

    public static Life parse(String text) {
        return new Life(Arrays.stream(text.split("\n"))
                .map(line -> line.split(" ", 3))
                .map(part -> new Moment(Instant.parse(part[0]), Kind.valueOf(part[1]), part[2]))
                .toList());
    }
}
