package com.interspace.systemtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.identity.Caller;
import com.interspace.local.part.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of what really exists, by the start of the path that they stand in: only with these a request goes deep. */
final class Things {

    private static final Pattern TICKET_ID = Pattern.compile("IS-\\d{7}-\\d");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final List<String> NAMES = List.of("id", "serviceId", "name", "tier", "version");
    private static final Set<String> ARE_TICKETS =
            Set.of("/v1/escalations/", "/tmf-api/troubleTicket/v4/troubleTicket/");
    private static final int ENOUGH = 12;

    private final Map<String, List<String>> names = new LinkedHashMap<>();

    /** Looks around as somebody who may see everything, and as the partner, who alone sees his subscriptions. */
    Things(UnaryOperator<String> addressOf, Function<String, Caller> callers, List<Operation> operations) {
        for (Operation operation : operations) {
            if (operation.method().equals("GET") && !operation.path().contains("{")) {
                String path = operation.path() + "/";
                Stream.of("manager", "partner-acme")
                        .map(who -> callers.apply(who).at(addressOf.apply(operation.service())))
                        .flatMap(caller -> named(caller, operation.path()).stream())
                        .forEach(name -> add(path, name));
            }
        }
        ARE_TICKETS.forEach(path -> of("/v1/tickets/").forEach(ticket -> add(path, ticket)));
        of("/v1/services/").forEach(service -> add("/v1/escalation-matrices/", service));
        List.of("anna", "boris").forEach(contact -> add("/v1/contact-preferences/", contact));
        List.of("summary", "rootCause", "measures").forEach(section -> add("/v1/rfos/{id}/sections/", section));
        List.of("ticket.opened", "rfo.published").forEach(type -> add("/v1/notifications/previews/", type));
    }

    /** What exists where the path has a variable. */
    List<String> at(Operation operation, int variable) {
        return of(operation.path().substring(0, variable));
    }

    List<String> of(String path) {
        return names.getOrDefault(path, List.of());
    }

    List<String> all() {
        return names.values().stream().flatMap(List::stream).distinct().toList();
    }

    /** The example about things that exist here. */
    JsonNode insteadOfExamples(JsonNode example, Malice malice) {
        List<String> uuids = all().stream().filter(UUID.asMatchPredicate()).toList();
        String text = Json.write(example);
        String ours = replaced(text, TICKET_ID, of("/v1/tickets/"), malice);
        return Json.parse(replaced(ours, UUID, uuids, malice));
    }

    private static String replaced(String text, Pattern pattern, List<String> ours, Malice malice) {
        return ours.isEmpty() ? text : pattern.matcher(text).replaceAll(any -> malice.any(ours));
    }

    private static Set<String> named(Caller caller, String path) {
        Caller.Reply reply = caller.get(path);
        Set<String> found = new LinkedHashSet<>();
        if (reply.status() == 200 && reply.header("Content-Type").contains("json")) {
            JsonNode list = reply.json().has("items") ? reply.json().path("items") : reply.json();
            list.forEach(item -> NAMES.stream()
                    .map(name ->
                            item.isTextual() ? item.asText() : item.path(name).asText())
                    .filter(name -> !name.isEmpty())
                    .findFirst()
                    .ifPresent(found::add));
        }
        return found;
    }

    private void add(String path, String name) {
        List<String> there = names.computeIfAbsent(path, any -> new ArrayList<>());
        if (there.size() < ENOUGH && !there.contains(name)) {
            there.add(name);
        }
    }
}
