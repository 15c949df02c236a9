package com.interspace.load;

import com.interspace.local.launch.Precedence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Work at every door of the whole system, beside what database and broker do alone in the same run. */
final class DoorsUnderLoad {

    private static final int CONNECTIONS = 16;
    private static final double NEWS_A_SECOND = 50;

    /** What everybody keeps up with while nothing is compiled yet, and once most of it is. */
    private static final double COLD_A_SECOND = 20;

    private static final double WARM_A_SECOND = 80;

    /** In which the load and the bare loop come to their speed; what they do then is not counted. */
    private static final Duration FIRST = Duration.ofSeconds(5);

    /** Of what depends on a few slow answers: ours and the floor in turn. */
    private static final int ROUNDS = 3;

    /** Of news, few of which are slow: ours and the broker's own in turn, and all events of all turns together. */
    private static final int NEWS_TURNS = 10;

    /** Before those that count, and several times as slow as they are: the system has worked at another pace until then. */
    private static final int NEWS_TURNS_BEFORE = 2;

    private static final int ENOUGH_TO_REPLAY = 5_000;
    private static final Duration DRAIN = Duration.ofMinutes(15);

    private final LoadedSystem system;
    private final History history;
    private final Results results;
    private final Gatling gatling;
    private final Duration time;
    private Processes before;

    /** @param time of the intake; everything else takes a part of it */
    DoorsUnderLoad(LoadedSystem system, Results results, Path root, Duration time) {
        this.system = system;
        this.results = results;
        this.time = time;
        history = new History(system);
        gatling = new Gatling(root.resolve("deploy/load/simulations"), root.resolve("deploy/load/target/gatling"))
                .with("load.url", system.address("ticket"))
                .with("load.services", LoadedSystem.SERVICES)
                .with("load.service-pattern", LoadedSystem.SERVICE)
                .with("load.connections", CONNECTIONS)
                .with("load.first", FIRST)
                .with("load.token.customer", system.tokenOf(LoadedSystem.CUSTOMER))
                .with("load.token.agent", system.tokenOf("agent"))
                .with("load.token.partner", system.tokenOf("partner-acme"));
    }

    /**
     * As much work as it takes until the services are compiled by what they do and the database's log has been used,
     * both of which somebody would wait for later.
     */
    void warmUp(Duration time) {
        system.fillLogOnce();
        gatling.play("SteadyIntake", COLD_A_SECOND, time.dividedBy(3));
        gatling.play("SteadyIntake", WARM_A_SECOND, time.multipliedBy(2).dividedBy(3));
        settle();
    }

    /** Nothing of ours: what the database can do. */
    void databaseAlone() {
        results.section("The database alone");
        results.timings(List.of(floor(0)));
    }

    /** Intake by the panel, and the same rows by a bare loop. */
    void intake() {
        results.section("Intake by the panel, " + CONNECTIONS + " connections, " + time.toSeconds() + " s");
        gatling.play("Intake", 0, time.dividedBy(4));
        settle();
        Timings floor = floor(0);
        WrittenRows writtenBefore = WrittenRows.now(system);
        begin();
        List<Timings> flatOut = gatling.play("Intake", 0, time);
        Timings ours = counted("ours", flatOut, time);
        Map<String, Double> used = usedSince();
        double drained = system.awaitQuiet(DRAIN);
        Map<String, WrittenRows.Written> written = WrittenRows.now(system).since(writtenBefore);
        history.putOffTimers();
        results.timings(List.of(floor, ours));
        results.say("After the load it took " + Results.number(drained)
                + " s until everything was published, applied by every service and mailed.\n");
        long tickets = flatOut.get(0).count() - flatOut.get(0).failed();
        processes(used, tickets);
        rows(written, tickets);
        double ratio = ours.perSecond() / floor.perSecond();
        results.bar(
                "open a ticket over HTTP, 16 connections",
                "at least 0.2 of the bare JDBC rate, towards 0.5",
                "%.0f/s against %.0f/s".formatted(ours.perSecond(), floor.perSecond()),
                ratio,
                ratio >= 0.2 && ours.failed() == 0);
        steadyIntake(ours.perSecond() / 2);
    }

    /** In turn with the bare loop, both over the same connections and counted from when one of them begins. */
    private void steadyIntake(double rate) {
        Duration part = time.dividedBy(4);
        List<Timings> floors = new ArrayList<>();
        List<Timings> rounds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            floors.add(floor(rate));
            String what = "ours at %.0f/s".formatted(rate);
            rounds.add(counted(what, gatling.play("PacedIntake", rate, part), part));
            settle();
        }
        Timings floor = Timings.middle(floors, Timings::p99);
        Timings ours = Timings.middle(rounds, Timings::p99);
        Timings anybody = counted("ours, whoever comes", gatling.play("SteadyIntake", rate, part), part);
        results.say("At half of that rate " + ROUNDS + " times in turn; the ones with the middle p99:\n");
        results.timings(List.of(floor, ours, anybody));
        double slower = ours.p99() / floor.p99();
        results.bar(
                "the same, p99 at half of that rate",
                "at most 10 times the bare transaction's at the same rate",
                "%.1f ms against %.1f ms".formatted(ours.p99(), floor.p99()),
                slower,
                slower <= 10 && rounds.stream().allMatch(round -> round.failed() == 0));
        settle();
    }

    /** From the answer to a consumer, and from the event to the mail. */
    void news() {
        results.section("The way of news, at " + Results.number(NEWS_A_SECOND) + " tickets a second");
        Duration part = time.dividedBy(2);
        double seconds = NEWS_TURNS * part.toSeconds();
        List<EventPath.Turn> played = new ArrayList<>();
        List<long[]> alone = new ArrayList<>();
        EventPath path = new EventPath(system);
        try (Precedence.Place first = Precedence.takePlaceOf("load");
                TopicFloor broker = new TopicFloor(system.local().kafkaBootstrapServers())) {
            for (int turn = 0; turn < NEWS_TURNS_BEFORE + NEWS_TURNS; turn++) {
                EventPath.Turn news = path.at(NEWS_A_SECOND, FIRST, part);
                played.add(news);
                alone.add(broker.produceToConsume(news.body(), NEWS_A_SECOND, FIRST, part));
            }
        }
        long failed = played.stream().mapToLong(EventPath.Turn::failed).sum();
        List<EventPath.Turn> turns = counted(played);
        Timings floor = Timings.together("produce to consume", counted(alone), 0, seconds);
        Timings consumer = Timings.together(
                "answer to consumer",
                turns.stream().map(EventPath.Turn::toConsumer).toList(),
                failed,
                seconds);
        Timings mail = Timings.together(
                "event to mail", turns.stream().map(EventPath.Turn::toMail).toList(), failed, seconds);
        results.say(NEWS_TURNS + " times in turn, the first " + FIRST.toSeconds() + " s of each and "
                + NEWS_TURNS_BEFORE + " times before not counted; all that were counted:\n");
        results.timings(List.of(floor, consumer, mail));
        double slower = consumer.p99() / floor.p99();
        results.bar(
                "request answered to event in a consumer's hands, p99 at 50 tickets/s",
                "at most 3 times the broker's own produce-to-consume p99",
                "%.1f ms against %.1f ms".formatted(consumer.p99(), floor.p99()),
                slower,
                slower <= 3 && failed == 0);
        results.bar(
                "event to mail accepted by the SMTP server, p95 at 50/s",
                "under 1 s",
                "%.0f ms".formatted(mail.p95()),
                Double.NaN,
                turns.stream()
                        .map(turn -> Timings.of("mails of a turn", turn.toMail(), turn.failed(), part.toSeconds()))
                        .allMatch(turn -> turn.p95() < 1000));
    }

    private static <T> List<T> counted(List<T> turns) {
        return turns.subList(NEWS_TURNS_BEFORE, turns.size());
    }

    /** Agents, partners and people who write mails. */
    void otherDoors() {
        results.section("The other doors");
        List<Timings> timings = new ArrayList<>();
        begin();
        play("DeskWork", "desk: ", timings);
        settle();
        play("PartnerIntake", "partner: ", timings);
        settle();
        timings.add(new MailIntake(system).at(10, time.dividedBy(4)));
        Map<String, Double> used = usedSince();
        results.timings(timings);
        processes(used, 0);
        settle();
    }

    /** Everything that is known already, read again. */
    void replay() {
        Replay again = new Replay(system);
        if (again.events() < ENOUGH_TO_REPLAY) {
            gatling.play("Intake", 0, time.dividedBy(2));
        }
        settle();
        Replay.Result replay = again.ofTickets();
        results.bar(
                "replay of a topic into a consumer (rfo-service, every event known already)",
                "at least 2,000 events/s",
                "%.0f/s over %d events".formatted(replay.perSecond(), replay.events()),
                Double.NaN,
                replay.perSecond() >= 2000);
    }

    void documents() {
        results.section("Documents");
        List<Timings> documents = new Documents(system).all();
        results.timings(documents);
        double slowest = documents.stream().mapToDouble(Timings::p95).max().orElseThrow();
        results.bar(
                "RFO or matrix document, p95", "under 1 s", "%.0f ms".formatted(slowest), Double.NaN, slowest < 1000);
    }

    /** Until all is done; and what was opened does not reach its targets in the middle of what is measured next. */
    private void settle() {
        system.awaitQuiet(DRAIN);
        history.putOffTimers();
    }

    /** @param rate transactions a second; 0 = as many as there can be */
    private Timings floor(double rate) {
        try (RowFloor floor = new RowFloor(system)) {
            floor.flatOut(CONNECTIONS, FIRST);
            return rate == 0
                    ? floor.flatOut(CONNECTIONS, time.dividedBy(3))
                    : floor.steady(CONNECTIONS, rate, time.dividedBy(3));
        }
    }

    /** What was opened after the first seconds; a ticket that failed in them fails all the same. */
    private static Timings counted(String what, List<Timings> played, Duration time) {
        Timings all = played.get(0);
        Timings opened = played.stream()
                .filter(each -> each.what().equals("open a ticket"))
                .findFirst()
                .orElseThrow();
        return new Timings(
                what,
                opened.count(),
                all.failed(),
                (opened.count() - opened.failed()) * 1000.0 / time.toMillis(),
                opened.p50(),
                opened.p95(),
                opened.p99(),
                opened.max());
    }

    private void play(String simulation, String prefix, List<Timings> timings) {
        List<Timings> played = gatling.play(simulation, 0, time.dividedBy(3));
        played.forEach(each -> timings.add(renamed(each, prefix + each.what())));
    }

    private void begin() {
        before = system.processes();
    }

    private Map<String, Double> usedSince() {
        return system.processes().cpuSecondsSince(before);
    }

    private void processes(Map<String, Double> cpuSeconds, long tickets) {
        Processes now = system.processes();
        List<List<String>> rows = new ArrayList<>();
        cpuSeconds.forEach((name, seconds) -> rows.add(List.of(
                name,
                Results.number(seconds),
                tickets == 0 ? "-" : Results.number(seconds * 1000 / tickets),
                Results.number(now.byName().get(name).mebibytes()))));
        results.table(List.of("process", "CPU s", "CPU ms a ticket", "resident MiB"), rows);
    }

    private void rows(Map<String, WrittenRows.Written> written, long tickets) {
        results.say("What a ticket writes, in rows, all services together:\n");
        results.table(
                List.of("table", "inserted", "updated", "deleted"),
                written.entrySet().stream()
                        .map(each -> List.of(
                                each.getKey(),
                                Results.number((double) each.getValue().inserted() / tickets),
                                Results.number((double) each.getValue().updated() / tickets),
                                Results.number((double) each.getValue().deleted() / tickets)))
                        .toList());
    }

    private static Timings renamed(Timings timings, String what) {
        return new Timings(
                what,
                timings.count(),
                timings.failed(),
                timings.perSecond(),
                timings.p50(),
                timings.p95(),
                timings.p99(),
                timings.max());
    }
}
