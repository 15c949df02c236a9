package com.interspace.load;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** How long somebody waits for an official document that has to be printed. */
final class Documents {

    private static final int WARM_UP = 3;
    private static final int TIMES = 30;
    private static final String MATRIX = "/v1/escalation-matrices/IS-DIA-0001";

    private final LoadedSystem system;

    Documents(LoadedSystem system) {
        this.system = system;
    }

    List<Timings> all() {
        List<Timings> timings = new ArrayList<>();
        timings.add(matrix());
        timings.add(rfo());
        return timings;
    }

    /** Each new version of a matrix issues its document. */
    private Timings matrix() {
        Client manager = system.client("manager", "escalation");
        AtomicInteger version = new AtomicInteger();
        Stopwatch.Work issue = () -> manager.put(MATRIX, levels(version.incrementAndGet()));
        Stopwatch.times("warm-up", WARM_UP, issue);
        return Stopwatch.times("matrix document, issued by a new version", TIMES, issue);
    }

    /** An RFO is printed when it is published, while the manager waits. */
    private Timings rfo() {
        List<String> tickets =
                Stream.generate(this::aResolvedTicket).limit(WARM_UP + TIMES).toList();
        system.awaitQuiet(Duration.ofSeconds(60));
        Iterator<String> approved =
                tickets.stream().map(this::anApprovedRfo).toList().iterator();
        Client manager = system.client("manager", "rfo");
        Stopwatch.Work publish =
                () -> manager.post("/v1/rfos/" + approved.next() + "/transitions", Map.of("to", "published"));
        Stopwatch.times("warm-up", WARM_UP, publish);
        return Stopwatch.times("RFO document, printed at publication", TIMES, publish);
    }

    private String aResolvedTicket() {
        Client agent = system.client("agent", "ticket");
        Map<String, Object> report = new LinkedHashMap<>(Reports.panel(0));
        report.put("impact", "service-affecting");
        String ticket = system.client(LoadedSystem.CUSTOMER, "ticket")
                .post("/v1/tickets", report)
                .path("id")
                .asText();
        String transitions = "/v1/tickets/" + ticket + "/transitions";
        agent.post(transitions, Map.of("to", "inProgress"));
        agent.post(transitions, Map.of("to", "resolved", "resolution", "Fibre spliced."));
        return ticket;
    }

    private String anApprovedRfo(String ticket) {
        Client agent = system.client("agent", "rfo");
        String id = system.client(LoadedSystem.CUSTOMER, "rfo")
                .post("/v1/rfos", Map.of("ticketId", ticket))
                .path("id")
                .asText();
        String rfo = "/v1/rfos/" + id;
        agent.put(rfo + "/sections/summary", Map.of("text", "A fibre cut took the access down until it was spliced."));
        agent.put(
                rfo + "/sections/rootCause",
                Map.of(
                        "category", "fibre-cut",
                        "text", "Road works cut the duct of the access fibre.",
                        "fiveWhys", List.of("No light.", "The duct was cut.", "It was not on the plan.")));
        agent.put(rfo + "/sections/resolution", Map.of("text", "A field team spliced the fibre."));
        agent.put(
                rfo + "/sections/measures",
                Map.of(
                        "text",
                        "The duct register is handed over.",
                        "actions",
                        List.of(Map.of(
                                "text", "Send the duct register",
                                "owner", "Alice Agent",
                                "due",
                                        LocalDate.now(ZoneOffset.UTC)
                                                .plusDays(30)
                                                .toString()))));
        agent.post(rfo + "/transitions", Map.of("to", "inReview"));
        system.client("manager", "rfo").post(rfo + "/transitions", Map.of("to", "approved"));
        return id;
    }

    private static Map<String, Object> levels(int version) {
        List<Map<String, Object>> levels = new ArrayList<>();
        for (int level = 1; level <= 4; level++) {
            levels.add(Map.of(
                    "level",
                    level,
                    "title",
                    "Level " + level + " of version " + version,
                    "persons",
                    List.of(Map.of(
                            "name", "Person " + level,
                            "email", "level" + level + "@interspace.example",
                            "phone", "+359 2 555 011" + level,
                            "hours", "24x7")),
                    "after",
                    Map.of(
                            "critical", "PT" + 30 * level + "M",
                            "major", "PT" + level + "H",
                            "minor", "PT" + 4 * level + "H",
                            "low", "PT" + 24 * level + "H")));
        }
        return Map.of("levels", levels);
    }
}
