package com.interspace.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** The same questions at growing sizes of the database: does an answer take longer because more is known? */
final class Growth {

    private static final int PAGE = 20;
    /** As many as match what is rare when there are 1,000 tickets. */
    private static final int FEW = 2;

    private static final String BUSY_SERVICE = "IS-ETH-0101";

    private static final int WARM_UP = 30;
    private static final int TIMES = 100;
    private static final int ROUNDS = 5;
    private static final int DUE = 10_000;
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration DRAIN = Duration.ofMinutes(4);

    private final LoadedSystem system;
    private final Results results;
    private final List<Integer> sizes;
    private final History history;
    private final Random random = new Random(1);

    /** What is asked next, together. */
    private final Map<String, Stopwatch.Work> questions = new LinkedHashMap<>();

    /** By question: the milliseconds at each size, in the order of the sizes. */
    private final Map<String, List<Double>> measured = new LinkedHashMap<>();

    Growth(LoadedSystem system, Results results, List<Integer> sizes) {
        this.system = system;
        this.results = results;
        this.sizes = sizes;
        history = new History(system);
    }

    /** Goes through all sizes. */
    void measure() {
        List<String> filled = new ArrayList<>();
        history.forgetWhatWasOpened();
        for (int size : sizes) {
            double seconds = history.growTo(size);
            filled.add("%,d in %.0f s".formatted(size, seconds));
            if (filled.size() == 1) {
                warmUp();
            }
            ask();
            openTickets();
            idleTicks();
            results.progress("At " + size + " tickets");
        }
        report(filled);
        manyDueAtOnce();
    }

    /** Everything once without counting it: the first answers of a process are slower than all others. */
    private void warmUp() {
        ask();
        openTickets();
        measured.clear();
    }

    /** The questions of people, one at a time: p95 of what they wait. */
    private void ask() {
        Client agent = system.client("agent", "ticket");
        Client customer = system.client(LoadedSystem.CUSTOMER, "ticket");
        List<String> ids = history.someTickets();
        int size = history.size();
        page("list, newest", agent, PAGE, () -> "");
        page("list of a customer", customer, PAGE, () -> "");
        String second =
                "&cursor=" + agent.json(list(PAGE, "")).path("nextCursor").asText();
        page("list, next page", agent, PAGE, () -> second);
        page("list, oldest first", agent, PAGE, () -> "&sort=oldest");
        page("list, by priority", agent, PAGE, () -> "&sort=priority");
        page("filter status=closed", agent, PAGE, () -> "&status=closed");
        page("filter status=held", agent, FEW, () -> "&status=held");
        page("filter priority=critical", agent, PAGE, () -> "&priority=critical");
        page("filter impact", agent, PAGE, () -> "&impact=degradation");
        page("filter channel", agent, PAGE, () -> "&channel=partner");
        page("filter account", agent, PAGE, () -> "&account=GLOBEX");
        page("filter service", agent, FEW, () -> "&serviceId=" + anyService());
        page("filter service, a tenth of all", agent, PAGE, () -> "&serviceId=" + BUSY_SERVICE);
        page("filter service and status", agent, PAGE, () -> "&status=closed&serviceId=" + BUSY_SERVICE);
        page("filter priority and status", agent, PAGE, () -> "&status=closed&priority=critical");
        page("filter a month", agent, PAGE, () -> "&createdFrom=2026-06-01T00:00:00Z&createdTo=2026-07-01T00:00:00Z");
        page("search, a word of one ticket", agent, 1, () -> "&q=case-" + (1 + random.nextInt(size)));
        page("search by a customer, a word of one ticket", customer, 1, () -> "&q=case-" + ofCustomer(size));
        page("search, a word of a fifth of all", agent, PAGE, () -> "&q=flaps");
        page("search, two common words", agent, PAGE, () -> "&q=flaps+monitoring");
        page("search, a common word of rare tickets", agent, FEW, () -> "&q=monitoring&status=held");
        page("search and filter", agent, PAGE, () -> "&q=latency&status=closed");
        page("search, no such word", agent, 0, () -> "&q=nowhere" + random.nextInt(1000));
        page("count of all (count=true)", agent, PAGE, () -> "&count=true");
        questions.put("read a ticket", () -> agent.get("/v1/tickets/" + any(ids)));
        questions.put("clock", () -> agent.get("/v1/tickets/" + any(ids) + "/clock"));
        questions.put("history", () -> agent.get("/v1/tickets/" + any(ids) + "/history"));
        askInRounds();
    }

    /** New tickets, and what they cost where findings are looked for. */
    private void openTickets() {
        Client customer = system.client(LoadedSystem.CUSTOMER, "ticket");
        int[] number = {0};
        Handling before = Handling.of(system);
        questions.put("open a ticket", () -> customer.post("/v1/tickets", Reports.panel(number[0]++)));
        askInRounds();
        system.awaitQuiet(DRAIN);
        add("event for findings, mean (rfo-service)", Handling.of(system).millisSince(before));
    }

    private void idleTicks() {
        history.putOffTimers();
        system.awaitQuiet(DRAIN);
        for (String service : List.of("escalation", "ticket")) {
            Metrics before = Metrics.of(system.address(service));
            Stopwatch.sleep(IDLE);
            Metrics after = Metrics.of(system.address(service));
            double ticks = after.sum("interspace_timers_tick_seconds_count", "")
                    - before.sum("interspace_timers_tick_seconds_count", "");
            double seconds = after.sum("interspace_timers_tick_seconds_sum", "")
                    - before.sum("interspace_timers_tick_seconds_sum", "");
            add("idle timer tick, mean (" + service + "-service)", seconds * 1000 / ticks);
        }
    }

    /**
     * The whole alarm at once: many levels due in the same second, and everything else armed. Twice, because the first
     * climbs of a process are slower than all others.
     */
    private void manyDueAtOnce() {
        history.putOffTimers();
        DueAtOnce alarm = new DueAtOnce(system, history);
        DueAtOnce.Result first = alarm.fire(DUE);
        DueAtOnce.Result again = alarm.fire(DUE);
        results.section("%,d levels due in the same second, %,d armed".formatted(DUE, history.armed()));
        results.table(
                List.of("", "due", "fired", "twice", "seconds until the last had fired", "events published once"),
                List.of(row("the first climbs since the start", first), row("again", again)));
        results.bar(
                "%,d escalations due in the same second, %,d armed".formatted(DUE, history.armed()),
                "all fired once within 5 s",
                "%d fired in %.1f s, %d twice".formatted(again.fired(), again.seconds(), again.twice()),
                Double.NaN,
                isOnceEach(first) && isOnceEach(again) && again.seconds() <= 5);
    }

    private static List<String> row(String what, DueAtOnce.Result due) {
        return List.of(
                what,
                String.valueOf(DUE),
                String.valueOf(due.fired()),
                String.valueOf(due.twice()),
                Results.number(due.seconds()),
                String.valueOf(due.events()));
    }

    private static boolean isOnceEach(DueAtOnce.Result due) {
        return due.fired() == DUE && due.twice() == 0;
    }

    private void report(List<String> filled) {
        results.section("Growth");
        results.say("Filled: " + String.join(", ", filled) + ". p95 in ms of " + TIMES
                + " requests one after the other, the median of " + ROUNDS
                + " rounds through all questions, unless it says mean. An answer holds as many tickets at each size: "
                + PAGE + ", or " + FEW + " of a status or service that few have, or those that have the word.\n");
        List<String> head = new ArrayList<>(List.of("question"));
        sizes.forEach(size -> head.add("%,d".formatted(size)));
        head.add("ratio");
        List<List<String>> rows = new ArrayList<>();
        measured.forEach((question, millis) -> {
            List<String> row = new ArrayList<>(List.of(question));
            millis.forEach(value -> row.add(Results.number(value)));
            row.add(Results.number(ratio(millis)));
            rows.add(row);
        });
        results.table(head, rows);
        bar(
                "list, filter, search, clock: p95, the worst of them",
                "at most 2 times",
                2,
                List.of("list", "filter", "search", "read", "clock", "history", "open"));
        bar("idle timer tick", "at most 1.5 times", 1.5, List.of("idle"));
        bar("findings: cost of an event", "at most 1.5 times", 1.5, List.of("event for findings"));
        results.plot("growth", "p95 in ms by tickets in the database", sizes, measured);
    }

    private void bar(String what, String bar, double most, List<String> questions) {
        Map.Entry<String, List<Double>> worst = measured.entrySet().stream()
                .filter(each -> questions.stream().anyMatch(each.getKey()::startsWith))
                .max(Comparator.comparingDouble(each -> ratio(each.getValue())))
                .orElseThrow();
        double ratio = ratio(worst.getValue());
        results.bar(
                what + ", at %,d against %,d tickets".formatted(sizes.get(sizes.size() - 1), sizes.get(0)),
                bar,
                worst.getKey() + ": " + Results.number(worst.getValue().get(sizes.size() - 1)) + " ms against "
                        + Results.number(worst.getValue().get(0)) + " ms",
                ratio,
                ratio <= most);
    }

    private static double ratio(List<Double> millis) {
        return millis.get(millis.size() - 1) / millis.get(0);
    }

    /** All in turn, again and again, for what disturbs the machine for a second not to be taken for one question's. */
    private void askInRounds() {
        Map<String, List<Timings>> answered = new LinkedHashMap<>();
        questions.forEach((what, question) -> Stopwatch.times(what, WARM_UP, question));
        for (int round = 0; round < ROUNDS; round++) {
            questions.forEach((what, question) -> answered.computeIfAbsent(what, any -> new ArrayList<>())
                    .add(Stopwatch.times(what, TIMES, question)));
        }
        answered.forEach(
                (what, rounds) -> add(what, Timings.middle(rounds, Timings::p95).p95()));
        questions.clear();
    }

    /** A page of as many tickets at every size of the database: a shorter answer would be a faster one. */
    private void page(String what, Client client, int tickets, Supplier<String> filter) {
        int limit = tickets < FEW ? PAGE : tickets;
        String asked = list(limit, filter.get());
        int found = client.json(asked).path("items").size();
        if (found != tickets) {
            throw new IllegalStateException(asked + " answered " + found + " tickets, not " + tickets);
        }
        questions.put(what, () -> client.get(list(limit, filter.get())));
    }

    private void add(String what, double millis) {
        measured.computeIfAbsent(what, any -> new ArrayList<>()).add(millis);
    }

    /** The number of a ticket of the customer, who has all but every tenth. */
    private int ofCustomer(int size) {
        return 10 * random.nextInt(size / 10) + 1;
    }

    private String anyService() {
        return LoadedSystem.SERVICE.formatted(1 + random.nextInt(LoadedSystem.SERVICES));
    }

    private String any(List<String> ids) {
        return ids.get(random.nextInt(ids.size()));
    }

    private static String list(int limit, String filter) {
        return "/v1/tickets?limit=" + limit + filter;
    }

    /** What rfo-service has spent on events of opened tickets. */
    private record Handling(double seconds, double events) {

        private static final String OPENED = "type=\"com.interspace.ticket.opened.v1\"";

        static Handling of(LoadedSystem system) {
            Metrics metrics = Metrics.of(system.address("rfo"));
            return new Handling(
                    metrics.sum("interspace_events_handling_seconds_sum", OPENED),
                    metrics.sum("interspace_events_handling_seconds_count", OPENED));
        }

        double millisSince(Handling earlier) {
            return (seconds - earlier.seconds) * 1000 / (events - earlier.events);
        }
    }
}
