package com.interspace.rfo.finding;

import com.interspace.rfo.outage.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A year of a network, made up from a seed: 300 services on 48 nodes at 12 sites behind 6 upstreams, 8,000 tickets, 20
 * risks hidden among them, and things that only look like risks.
 */
final class GeneratedYear {

    static final Instant BEGIN = Instant.parse("2030-01-01T00:00:00Z");

    private static final int SERVICES = 300;
    private static final int TICKETS = 8_000;
    private static final int NODES = 48;
    private static final int SITES = 12;
    private static final int UPSTREAMS = 6;

    /** A service as provisioning knows it; it was there long before the records begin. */
    record Line(String serviceId, String circuitId, String site, String node, String upstream) {}

    /** Something that happens: exactly one of ticket, reading, window and deed is there. */
    record Happening(Instant at, Ticket ticket, Measured reading, Window window, Deed deed) {}

    record Ticket(String id, TicketState state) {}

    record Measured(String eventId, Reading reading) {}

    record Window(String id, Subject subject, Instant from, Instant to) {}

    /** A root cause of a category that is written down, or (category null) an action that is planned. */
    record Deed(String name, String category, Instant due, boolean doneInTime) {}

    /** A risk that has to be found, with all that it rests on; deeds by their names. */
    record Risk(FindingKind kind, Subject subject, String about, Set<String> evidence) {}

    final List<Line> lines = new ArrayList<>();
    final List<Happening> happenings = new ArrayList<>();
    final List<Risk> risks = new ArrayList<>();

    private final Random random;
    private final List<Line> free;
    private final Set<String> broken = new TreeSet<>();
    private int tickets;
    private int windows;

    GeneratedYear(long seed) {
        random = new Random(seed);
        for (int i = 0; i < SERVICES; i++) {
            int node = i % NODES;
            lines.add(new Line(
                    "IS-GEN-%04d".formatted(i),
                    "IS-C-%05d".formatted(i),
                    "SITE-" + node % SITES,
                    "node-" + node,
                    "transit-" + random.nextInt(UPSTREAMS)));
        }
        free = new ArrayList<>(lines);
        Collections.shuffle(free, random);
        hideRisks();
        addWhatOnlyLooksLikeOne();
        addBackground();
        happenings.sort(Comparator.comparing(Happening::at));
    }

    private void hideRisks() {
        times(8, i -> chronicService(take()));
        chronicCircuit();
        times(2, i -> commonCause(SubjectKind.NODE));
        times(2, i -> commonCause(SubjectKind.SITE));
        commonCause(SubjectKind.UPSTREAM);
        repeatedCause("fibre", day(100));
        repeatedCause("power", day(210));
        overdueAction("Replace the fans", day(150));
        overdueAction("Mark the route", day(250));
        times(2, i -> degradation(take()));
    }

    private void addWhatOnlyLooksLikeOne() {
        times(5, i -> busyAsEver(take()));
        times(6, i -> underMaintenance());
        times(10, i -> threeAtOnce());
        times(200, i -> goodReading(lines.get(random.nextInt(SERVICES))));
        deed(new Deed("config once", "configuration", null, false), day(120));
        deed(new Deed("config twice", "configuration", null, false), day(160));
        deed(new Deed("Order a spare", null, day(200), true), day(170));
    }

    /** Everybody has tickets, some four times as many as others. */
    private void addBackground() {
        double[] weights = IntStream.range(0, SERVICES)
                .mapToDouble(i -> 0.4 + 1.2 * random.nextDouble())
                .toArray();
        double all = IntStream.range(0, SERVICES).mapToDouble(i -> weights[i]).sum();
        while (tickets < TICKETS) {
            double mark = random.nextDouble() * all;
            int i = 0;
            while (i < SERVICES - 1 && mark >= weights[i]) {
                mark -= weights[i++];
            }
            ticket(lines.get(i), anyTime(0, 365));
        }
    }

    /** So many that they are more than a history of few months explains even to the busiest of services. */
    private void chronicService(Line line) {
        Instant from = anyTime(120, 330);
        risk(
                FindingKind.CHRONIC_SERVICE,
                new Subject(SubjectKind.SERVICE, line.serviceId()),
                "",
                burst(26, i -> ticket(line, from.plus(within(Duration.ofDays(20))))));
    }

    /** The tickets are of several services, none of which has more of them than in any other month. */
    private void chronicCircuit() {
        Instant from = anyTime(150, 330);
        List<Line> sharers = List.of(take(), take(), take(), take(), take());
        risk(FindingKind.CHRONIC_SERVICE, new Subject(SubjectKind.CIRCUIT, "IS-C-SHARED"), "", burst(15, i -> {
            Line sharer = sharers.get(i % sharers.size());
            return ticket(sharer.serviceId(), "IS-C-SHARED", from.plus(within(Duration.ofDays(20))));
        }));
    }

    private void commonCause(SubjectKind kind) {
        String subject = Stream.generate(this::take)
                .map(line -> partOf(line, kind))
                .filter(broken::add)
                .findFirst()
                .orElseThrow();
        List<Line> hit = lines.stream()
                .filter(line -> partOf(line, kind).equals(subject))
                .filter(line -> kind == SubjectKind.NODE || isFirstOn(line, kind, subject))
                .limit(6)
                .toList();
        Instant from = anyTime(20, 360);
        risk(
                FindingKind.COMMON_CAUSE,
                new Subject(kind, subject),
                "",
                burst(hit.size(), i -> ticket(hit.get(i), from.plus(within(Duration.ofMinutes(12))))));
    }

    /** One service a node, so that no node explains it; for an upstream one a site too. */
    private boolean isFirstOn(Line line, SubjectKind kind, String subject) {
        return lines.stream()
                .filter(other -> partOf(other, kind).equals(subject))
                .filter(other -> other.node().equals(line.node())
                        || kind == SubjectKind.UPSTREAM && other.site().equals(line.site()))
                .findFirst()
                .filter(line::equals)
                .isPresent();
    }

    private void repeatedCause(String category, Instant from) {
        Set<String> names = burst(3, i -> {
            String name = category + " " + i;
            deed(new Deed(name, category, null, false), from.plus(within(Duration.ofDays(60))));
            return name;
        });
        risk(FindingKind.REPEATED_CAUSE, new Subject(SubjectKind.CATEGORY, category), "", names);
    }

    private void overdueAction(String name, Instant due) {
        deed(new Deed(name, null, due, false), due.minus(Duration.ofDays(30)));
        risk(FindingKind.OVERDUE_ACTION, new Subject(SubjectKind.ACTION, name), "", Set.of(name));
    }

    private void degradation(Line line) {
        Subject subject = new Subject(SubjectKind.SERVICE, line.serviceId());
        Instant from = anyTime(30, 360);
        risk(
                FindingKind.DEGRADATION,
                subject,
                "packet-loss",
                burst(
                        5,
                        i -> reading(new Reading(
                                subject,
                                line.node(),
                                "packet-loss",
                                2 + i,
                                1,
                                from.plus(Duration.ofMinutes(5L * i))))));
    }

    private void busyAsEver(Line line) {
        times(60, i -> ticket(line, anyTime(0, 365)));
    }

    private void underMaintenance() {
        Line line = take();
        Instant from = Stream.generate(() -> anyTime(20, 360))
                .filter(at -> isQuiet(line.node(), at, at.plus(Duration.ofHours(2))))
                .findFirst()
                .orElseThrow();
        Subject node = new Subject(SubjectKind.NODE, line.node());
        Window window = new Window("CHG-" + ++windows, node, from, from.plus(Duration.ofHours(2)));
        happenings.add(new Happening(from.minus(Duration.ofDays(3)), null, null, window, null));
        times(6, i -> ticket(line, from.plus(within(Duration.ofMinutes(14)))));
        reading(new Reading(
                new Subject(SubjectKind.SERVICE, line.serviceId()),
                null,
                "down",
                1,
                1,
                from.plus(Duration.ofMinutes(20))));
    }

    /** Announced work silences what happens meanwhile, so it must not lie over what has to be found. */
    private boolean isQuiet(String node, Instant from, Instant to) {
        Set<String> there = lines.stream()
                .filter(line -> line.node().equals(node))
                .map(Line::serviceId)
                .collect(Collectors.toSet());
        return happenings.stream()
                .filter(one -> !one.at().isBefore(from) && !one.at().isAfter(to))
                .noneMatch(one -> one.ticket() != null
                                && there.contains(one.ticket().state().serviceId())
                        || one.reading() != null
                                && there.contains(
                                        one.reading().reading().subject().id()));
    }

    private void threeAtOnce() {
        Line line = lines.get(random.nextInt(SERVICES));
        Instant from = anyTime(0, 364);
        List<Line> near = lines.stream()
                .filter(other -> other.node().equals(line.node()))
                .limit(3)
                .toList();
        near.forEach(other -> ticket(other, from.plus(within(Duration.ofMinutes(12)))));
    }

    private void goodReading(Line line) {
        Subject subject = new Subject(SubjectKind.SERVICE, line.serviceId());
        reading(new Reading(subject, line.node(), "latency", 20 * random.nextDouble(), 40, anyTime(0, 365)));
    }

    private void risk(FindingKind kind, Subject subject, String about, Set<String> evidence) {
        risks.add(new Risk(kind, subject, about, evidence));
    }

    private String ticket(Line line, Instant at) {
        return ticket(line.serviceId(), line.circuitId(), at);
    }

    private String ticket(String serviceId, String circuitId, Instant at) {
        String id = "IS-G%06d".formatted(++tickets);
        TicketState state = new TicketState(
                "ACME",
                serviceId,
                "acknowledged",
                "minor",
                "degradation",
                "It is slow",
                "panel",
                circuitId,
                null,
                at,
                at,
                null,
                null,
                "running",
                "running",
                1);
        happenings.add(new Happening(at, new Ticket(id, state), null, null, null));
        return id;
    }

    private String reading(Reading reading) {
        String id = "reading-" + happenings.size();
        happenings.add(new Happening(reading.observedAt(), null, new Measured(id, reading), null, null));
        return id;
    }

    private void deed(Deed deed, Instant at) {
        happenings.add(new Happening(at, null, null, null, deed));
    }

    private Line take() {
        return free.remove(free.size() - 1);
    }

    private Instant anyTime(int fromDay, int beforeDay) {
        return day(fromDay).plus(within(Duration.ofDays(beforeDay - fromDay)));
    }

    private Duration within(Duration span) {
        return Duration.ofMillis((long) (random.nextDouble() * span.toMillis()));
    }

    private static Instant day(int day) {
        return BEGIN.plus(Duration.ofDays(day));
    }

    private static void times(int times, IntConsumer what) {
        IntStream.range(0, times).forEach(what);
    }

    private static Set<String> burst(int times, IntFunction<String> what) {
        Set<String> names = new TreeSet<>();
        IntStream.range(0, times).forEach(i -> names.add(what.apply(i)));
        return names;
    }

    private static String partOf(Line line, SubjectKind kind) {
        return switch (kind) {
            case NODE -> line.node();
            case SITE -> line.site();
            default -> line.upstream();
        };
    }
}
