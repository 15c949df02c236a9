package com.interspace.local.launch;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.interspace.local.identity.Caller;
import com.interspace.local.part.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** The services of the demo accounts, as {@code demo-services.json} describes them. */
public final class DemoServices {

    /** The service that the story activates. */
    public static final String OF_THE_STORY = "IS-DIA-0001";

    private static final int UNPROCESSABLE = 422;

    private final List<ObjectNode> services = Json.data("demo-services.json", new TypeReference<>() {});

    public List<String> ids() {
        return services.stream().map(DemoServices::idOf).toList();
    }

    /**
     * Provisions one service, as the provisioning system would; 201 when it is new, 200 when it was known. A contact
     * who was erased is left out, as a provisioning system has to forget him, too.
     *
     * @param put how provisioning puts a body at a path
     */
    public Caller.Reply provision(String serviceId, BiFunction<String, Object, Caller.Reply> put) {
        String path = "/v1/services/" + serviceId;
        ObjectNode body = described(serviceId);
        Caller.Reply reply = put.apply(path, body);
        return reply.status() == UNPROCESSABLE && leaveOutErased(body, reply.json()) ? put.apply(path, body) : reply;
    }

    /** @return whether there was anybody to leave out */
    private static boolean leaveOutErased(ObjectNode body, JsonNode problem) {
        Set<String> refused = new HashSet<>(problem.path("violations").findValuesAsText("field"));
        List<JsonNode> stay = new ArrayList<>();
        ArrayNode contacts = body.withArray("contacts");
        for (int i = 0; i < contacts.size(); i++) {
            if (!refused.contains("contacts[" + i + "].contactId")) {
                stay.add(contacts.get(i));
            }
        }
        boolean anybody = stay.size() < contacts.size();
        contacts.removeAll().addAll(stay);
        return anybody;
    }

    private ObjectNode described(String serviceId) {
        ObjectNode body = services.stream()
                .filter(service -> idOf(service).equals(serviceId))
                .findFirst()
                .orElseThrow()
                .deepCopy();
        body.remove("serviceId");
        return body;
    }

    private static String idOf(ObjectNode service) {
        return service.path("serviceId").asText();
    }
}
