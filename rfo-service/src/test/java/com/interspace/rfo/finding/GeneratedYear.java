package com.interspace.rfo.finding;

import com.interspace.rfo.finding.StatedRules.Due;
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
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A year of a network, made up from a seed: 300 services on 48 nodes at 12 sites behind 6 upstreams, 8,000 tickets, 20
 * risks hidden among them, and things that only look like risks.
 *
 * <p>Whether a risk is one, and whether what looks like one is none, is judged by the {@link StatedRules}: what is hidden
 * among the tickets is drawn until it is what it shall be.
 */
final class GeneratedYear {

    static final Instant BEGIN = Instant.parse("2030-01-01T00:00:00Z");
    static final int TICKETS = 8_000;

    private static final int SERVICES = 300;
    private static final int NODES = 48;
    private static final int SITES = 12;
    private static final int UPSTREAMS = 6;

    /** Tickets that are neither part of a risk nor look like one. */
    private static final int BACKGROUND = 7_465;

    /**
     * Where tickets meet by accident as the rules say of a risk, it is one. Beside 20 hidden ones two leave a precision of
     * 0.9; a year with more says nothing of how precise the finding is.
     */
    private static final int ACCIDENTS = 2;

    /** A service as provisioning knows it; it was there long before the records begin. */
    record Line(String serviceId, String circuitId, String site, String node, String upstream) {}

    /** Something that happens: exactly one of ticket, reading, window and deed is there. */
    record Happening(Instant at, Ticket ticket, Measured reading, Window window, Deed deed) {

        /** The id of the ticket or the reading, the name of the deed. */
        String name() {
            return ticket != null ? ticket.id() : reading != null ? reading.eventId() : deed.name();
        }
    }

    record Ticket(String id, TicketState state) {}

    record Measured(String eventId, Reading reading) {}

    record Window(String id, Subject subject, Instant from, Instant to) {}

    /** A root cause of a category that is written down, or (category null) an action that is planned. */
    record Deed(String name, String category, Instant due, boolean doneInTime) {}

    /** A risk that has to be found, with what was hidden for it; deeds by their names. */
    record Risk(FindingKind kind, Subject subject, String about, Set<String> hidden) {

        boolean isSaidBy(Due due) {
            return due.kind == kind
                    && due.subject.equals(subject)
                    && due.about.equals(about)
                    && due.evidence.containsAll(hidden);
        }
    }

    private record Plant(Risk risk, List<Happening> happenings) {}

    final List<Line> lines = new ArrayList<>();
    final List<Happening> happenings = new ArrayList<>();
    final List<Risk> risks = new ArrayList<>();

    private final Random random;
    private final List<Line> free;
    private final Set<String> broken = new TreeSet<>();
    private int names;

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
        List<Line> busy = Stream.generate(this::take).limit(5).toList();
        happenings.addAll(Stream.generate(() -> background(busy))
                .filter(drawn -> dueWith(drawn).size() <= ACCIDENTS)
                .findFirst()
                .orElseThrow());
        hideRisks();
        addWhatOnlyLooksLikeOne();
        addDeeds();
        happenings.sort(Comparator.comparing(Happening::at));
    }

    /** All that has to be found in tickets and readings; where tickets happen to meet, more than what was hidden. */
    List<Due> due() {
        return StatedRules.findingsIn(lines, happenings.stream());
    }

    private void hideRisks() {
        times(2, i -> hide(() -> degradation(take())));
        times(2, i -> hide(() -> commonCause(SubjectKind.NODE, 6)));
        times(2, i -> hide(() -> commonCause(SubjectKind.SITE, 4)));
        hide(() -> commonCause(SubjectKind.UPSTREAM, 6));
        hide(this::chronicCircuit);
        times(8, i -> hide(() -> chronicService(take())));
    }

    private void addWhatOnlyLooksLikeOne() {
        String due = due().toString();
        times(6, i -> disguise(due, () -> underMaintenance(take())));
        times(10, i -> disguise(due, () -> threeAtOnce(lines.get(random.nextInt(SERVICES)))));
        times(200, i -> happenings.add(goodReading(lines.get(random.nextInt(SERVICES)))));
    }

    private void addDeeds() {
        repeatedCause("fibre", day(100));
        repeatedCause("power", day(210));
        overdueAction("Replace the fans", day(150));
        overdueAction("Mark the route", day(250));
        happenings.add(deed(new Deed("config once", "configuration", null, false), day(120)));
        happenings.add(deed(new Deed("config twice", "configuration", null, false), day(160)));
        happenings.add(deed(new Deed("Order a spare", null, day(200), true), day(170)));
    }

    /** Draws until the rules find it, whole and once, what was hidden before it too, and hardly anything else. */
    private void hide(Supplier<Plant> draw) {
        Plant plant = Stream.generate(draw).filter(this::isFound).findFirst().orElseThrow();
        risks.add(plant.risk());
        happenings.addAll(plant.happenings());
    }

    private boolean isFound(Plant plant) {
        List<Due> due = dueWith(plant.happenings());
        List<Risk> hidden =
                Stream.concat(risks.stream(), Stream.of(plant.risk())).toList();
        return due.size() <= hidden.size() + ACCIDENTS
                && hidden.stream()
                        .allMatch(risk -> due.stream().filter(risk::isSaidBy).count() == 1);
    }

    /** Draws until the rules find what they found before. */
    private void disguise(String before, Supplier<List<Happening>> draw) {
        happenings.addAll(Stream.generate(draw)
                .filter(looks -> dueWith(looks).toString().equals(before))
                .findFirst()
                .orElseThrow());
    }

    private List<Due> dueWith(List<Happening> more) {
        return StatedRules.findingsIn(lines, Stream.concat(happenings.stream(), more.stream()));
    }

    /** Everybody has tickets, some four times as many as others, and the busy ones more than one each week. */
    private List<Happening> background(List<Line> busy) {
        double[] weights = IntStream.range(0, SERVICES)
                .mapToDouble(i -> 0.4 + 1.2 * random.nextDouble())
                .toArray();
        double all = IntStream.range(0, SERVICES).mapToDouble(i -> weights[i]).sum();
        List<Happening> tickets = burst(BACKGROUND, ticket -> {
            double mark = random.nextDouble() * all;
            int i = 0;
            while (i < SERVICES - 1 && mark >= weights[i]) {
                mark -= weights[i++];
            }
            return ticket(lines.get(i), anyTime(0, 365));
        });
        busy.forEach(line -> tickets.addAll(burst(60, i -> ticket(line, anyTime(0, 365)))));
        return tickets;
    }

    private Plant chronicService(Line line) {
        Instant from = anyTime(120, 330);
        return plant(
                FindingKind.CHRONIC_SERVICE,
                new Subject(SubjectKind.SERVICE, line.serviceId()),
                "",
                burst(16, i -> ticket(line, from.plus(within(Duration.ofDays(20))))));
    }

    /** The tickets are of several services, none of which has more of them than in any other month. */
    private Plant chronicCircuit() {
        Instant from = anyTime(150, 330);
        List<Line> sharers = List.of(take(), take(), take(), take(), take());
        Subject circuit = new Subject(SubjectKind.CIRCUIT, "IS-C-SHARED");
        return plant(FindingKind.CHRONIC_SERVICE, circuit, "", burst(15, i -> {
            Line sharer = sharers.get(i % sharers.size());
            return ticket(sharer.serviceId(), circuit.id(), from.plus(within(Duration.ofDays(20))));
        }));
    }

    private Plant commonCause(SubjectKind kind, int tickets) {
        String subject = Stream.generate(this::take)
                .map(line -> partOf(line, kind))
                .filter(broken::add)
                .findFirst()
                .orElseThrow();
        List<Line> hit = lines.stream()
                .filter(line -> partOf(line, kind).equals(subject))
                .filter(line -> kind == SubjectKind.NODE || isFirstOn(line, kind, subject))
                .limit(tickets)
                .toList();
        Instant from = anyTime(20, 360);
        return plant(
                FindingKind.COMMON_CAUSE,
                new Subject(kind, subject),
                "",
                burst(tickets, i -> ticket(hit.get(i), from.plus(within(Duration.ofMinutes(12))))));
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

    private Plant degradation(Line line) {
        Subject subject = new Subject(SubjectKind.SERVICE, line.serviceId());
        Instant from = anyTime(30, 360);
        return plant(
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

    private List<Happening> underMaintenance(Line line) {
        Instant from = anyTime(20, 360);
        Subject node = new Subject(SubjectKind.NODE, line.node());
        Window window = new Window("CHG-" + ++names, node, from, from.plus(Duration.ofHours(2)));
        List<Happening> all = burst(6, i -> ticket(line, from.plus(within(Duration.ofMinutes(14)))));
        all.add(new Happening(from.minus(Duration.ofDays(3)), null, null, window, null));
        all.add(reading(new Reading(
                new Subject(SubjectKind.SERVICE, line.serviceId()),
                null,
                "down",
                1,
                1,
                from.plus(Duration.ofMinutes(20)))));
        return all;
    }

    private List<Happening> threeAtOnce(Line line) {
        Instant from = anyTime(0, 364);
        List<Line> near = lines.stream()
                .filter(other -> other.node().equals(line.node()))
                .limit(3)
                .toList();
        return burst(3, i -> ticket(near.get(i), from.plus(within(Duration.ofMinutes(12)))));
    }

    private Happening goodReading(Line line) {
        Subject subject = new Subject(SubjectKind.SERVICE, line.serviceId());
        return reading(new Reading(subject, line.node(), "latency", 20 * random.nextDouble(), 40, anyTime(0, 365)));
    }

    private static Plant plant(FindingKind kind, Subject subject, String about, List<Happening> happenings) {
        Set<String> hidden = happenings.stream().map(Happening::name).collect(Collectors.toCollection(TreeSet::new));
        return new Plant(new Risk(kind, subject, about, hidden), happenings);
    }

    private void repeatedCause(String category, Instant from) {
        List<Happening> causes = burst(
                3,
                i -> deed(new Deed(category + " " + i, category, null, false), from.plus(within(Duration.ofDays(60)))));
        happenings.addAll(causes);
        risks.add(plant(FindingKind.REPEATED_CAUSE, new Subject(SubjectKind.CATEGORY, category), "", causes)
                .risk());
    }

    private void overdueAction(String name, Instant due) {
        Happening planned = deed(new Deed(name, null, due, false), due.minus(Duration.ofDays(30)));
        happenings.add(planned);
        risks.add(plant(FindingKind.OVERDUE_ACTION, new Subject(SubjectKind.ACTION, name), "", List.of(planned))
                .risk());
    }

    private Happening ticket(Line line, Instant at) {
        return ticket(line.serviceId(), line.circuitId(), at);
    }

    private Happening ticket(String serviceId, String circuitId, Instant at) {
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
        return new Happening(at, new Ticket("IS-G%06d".formatted(++names), state), null, null, null);
    }

    private Happening reading(Reading reading) {
        return new Happening(reading.observedAt(), null, new Measured("reading-" + ++names, reading), null, null);
    }

    private static Happening deed(Deed deed, Instant at) {
        return new Happening(at, null, null, null, deed);
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

    private static List<Happening> burst(int times, IntFunction<Happening> what) {
        return IntStream.range(0, times).mapToObj(what).collect(Collectors.toCollection(ArrayList::new));
    }

    private static String partOf(Line line, SubjectKind kind) {
        return switch (kind) {
            case NODE -> line.node();
            case SITE -> line.site();
            default -> line.upstream();
        };
    }
}
