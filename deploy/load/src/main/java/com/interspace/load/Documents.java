package com.interspace.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** How long somebody waits for an official document that has to be printed. */
final class Documents {

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
        Stopwatch.times("warm-up", 3, issue);
        return Stopwatch.times("matrix document, issued by a new version", TIMES, issue);
    }

    /** A draft is printed anew each time that it is looked at. */
    private Timings rfo() {
        Client agent = system.client("agent", "ticket");
        Map<String, Object> report = new LinkedHashMap<>(Reports.panel(0));
        report.put("impact", "service-affecting");
        String ticket = system.client(LoadedSystem.CUSTOMER, "ticket")
                .post("/v1/tickets", report)
                .path("id")
                .asText();
        agent.post("/v1/tickets/" + ticket + "/transitions", Map.of("to", "inProgress"));
        agent.post("/v1/tickets/" + ticket + "/transitions", Map.of("to", "resolved", "resolution", "Fibre spliced."));
        system.awaitQuiet(Duration.ofSeconds(60));
        JsonNode rfo = system.client(LoadedSystem.CUSTOMER, "rfo").post("/v1/rfos", Map.of("ticketId", ticket));
        Client reader = system.client("agent", "rfo");
        String document = "/v1/rfos/" + rfo.path("id").asText() + "/document";
        Stopwatch.Work print = () -> reader.document(document, "application/pdf");
        Stopwatch.times("warm-up", 3, print);
        return Stopwatch.times("RFO document, a draft", TIMES, print);
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
