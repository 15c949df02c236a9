package com.interspace.local.launch;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.interspace.local.identity.Caller;
import com.interspace.local.part.Json;
import java.util.List;
import java.util.function.BiFunction;

/** The services of the demo accounts, as {@code demo-services.json} describes them. */
public final class DemoServices {

    /** The service that the story activates. */
    public static final String OF_THE_STORY = "IS-DIA-0001";

    private final List<ObjectNode> services = Json.data("demo-services.json", new TypeReference<>() {});

    public List<String> ids() {
        return services.stream().map(DemoServices::idOf).toList();
    }

    /**
     * Provisions one service, as the provisioning system would; 201 when it is new, 200 when it was known.
     *
     * @param put how provisioning puts a body at a path
     */
    public Caller.Reply provision(String serviceId, BiFunction<String, Object, Caller.Reply> put) {
        ObjectNode body = services.stream()
                .filter(service -> idOf(service).equals(serviceId))
                .findFirst()
                .orElseThrow()
                .deepCopy();
        body.remove("serviceId");
        return put.apply("/v1/services/" + serviceId, body);
    }

    private static String idOf(ObjectNode service) {
        return service.path("serviceId").asText();
    }
}
