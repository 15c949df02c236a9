package com.interspace.rfo.adapter.tmf;

import com.interspace.rfo.problem.Problem;
import com.interspace.rfo.problem.ProblemChange;
import com.interspace.rfo.usecase.problem.ReadProblems;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A problem in the words of TMF656. A partner reads what has a fixed form, of his own services and tickets; the texts that
 * people of the centre wrote may speak of others and stay with the centre.
 */
final class ServiceProblemView {

    static final String PATH = "/tmf-api/serviceProblemManagement/v4/serviceProblem";
    private static final String TICKETS = "/tmf-api/troubleTicket/v4/troubleTicket/";

    private final String publicUrl;

    ServiceProblemView(String publicUrl) {
        this.publicUrl = publicUrl;
    }

    String href(Problem problem) {
        return publicUrl + PATH + "/" + problem.id();
    }

    /**
     * @param whole what the centre reads; false = what a partner reads
     * @param fields the keys that were asked for; empty = all
     */
    Map<String, Object> of(ReadProblems.Seen seen, boolean whole, Set<String> fields) {
        Map<String, Object> all = new LinkedHashMap<>();
        addStructure(all, seen);
        if (whole) {
            addTexts(all, seen);
        }
        all.values().removeIf(value -> value == null || value instanceof Collection<?> none && none.isEmpty());
        if (!fields.isEmpty()) {
            all.keySet().retainAll(fields);
        }
        return all;
    }

    private void addStructure(Map<String, Object> all, ReadProblems.Seen seen) {
        Problem problem = seen.problem();
        all.put("id", problem.id().toString());
        all.put("href", href(problem));
        all.put("name", problem.number());
        all.put("category", problem.category());
        all.put("priority", problem.priority().rank());
        all.put("status", problem.status().toString());
        all.put("statusChangeDate", problem.statusSince());
        all.put("creationDate", problem.openedAt());
        all.put("lastUpdate", problem.changedAt());
        all.put("resolutionDate", problem.resolvedAt());
        all.put("affectedNumberOfServices", seen.services().size());
        all.put(
                "affectedService",
                seen.services().stream().sorted().map(id -> ref(id, "Service")).toList());
        all.put(
                "troubleTicket",
                seen.tickets().stream().sorted().map(this::ticket).toList());
        all.put("@type", "ServiceProblem");
    }

    private void addTexts(Map<String, Object> all, ReadProblems.Seen seen) {
        Problem problem = seen.problem();
        all.put("name", problem.title());
        all.put("description", problem.description() == null ? problem.title() : problem.description());
        all.put("reason", problem.reason() == null ? "Unknown" : problem.reason());
        all.put("statusChangeReason", problem.statusReason());
        all.put("originatorParty", originator(problem));
        all.put("externalIdentifier", List.of(Map.of("id", problem.number(), "externalIdentifierType", "number")));
        all.put(
                "affectedResource",
                seen.circuits().stream().map(id -> ref(id, "Circuit")).toList());
        all.put("characteristic", characteristics(problem));
        all.put("trackingRecord", seen.changes().stream().map(this::record).toList());
    }

    private Map<String, Object> ticket(String id) {
        Map<String, Object> ref = ref(id, "TroubleTicket");
        ref.put("href", publicUrl + TICKETS + id);
        return ref;
    }

    private static Map<String, Object> ref(String id, String type) {
        Map<String, Object> ref = new LinkedHashMap<>();
        ref.put("id", id);
        ref.put("@referredType", type);
        return ref;
    }

    private static Map<String, Object> originator(Problem problem) {
        Map<String, Object> party = new LinkedHashMap<>();
        party.put("id", problem.originator().id());
        party.put("name", problem.originator().name());
        party.put("role", problem.originator().role());
        party.put("@referredType", "Individual");
        return party;
    }

    private static List<Map<String, Object>> characteristics(Problem problem) {
        return Stream.of(
                        characteristic(
                                "rootCauseCategory",
                                problem.rootCause() == null
                                        ? null
                                        : problem.rootCause().category()),
                        characteristic(
                                "rootCause",
                                problem.rootCause() == null
                                        ? null
                                        : problem.rootCause().text()),
                        characteristic("workaround", problem.workaround()),
                        characteristic("permanentFix", problem.permanentFix()),
                        characteristic("knownError", Boolean.toString(problem.knownError())))
                .filter(one -> one.get("value") != null)
                .toList();
    }

    private static Map<String, Object> characteristic(String name, String value) {
        Map<String, Object> characteristic = new LinkedHashMap<>();
        characteristic.put("name", name);
        characteristic.put("value", value);
        return characteristic;
    }

    private Map<String, Object> record(ProblemChange change) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", Long.toString(change.version()));
        row.put("time", change.at());
        row.put("user", change.personName());
        row.put("description", change.to() == null ? "Changed: " + change.fields() : "Status " + change.to());
        return row;
    }
}
