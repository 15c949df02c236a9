package com.interspace.systemtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.identity.Caller;
import com.interspace.local.launch.LocalSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that a service offers, as its OpenAPI says.
 *
 * @param mediaType what its body is written in; null when it takes none
 */
record Operation(String service, String method, String path, String mediaType) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** Everything that a running service offers, in the order of its description. */
    static List<Operation> of(LocalSystem system, String service) {
        JsonNode paths = Caller.anyone(system.url(service, ""))
                .get("/q/openapi?format=json")
                .json()
                .path("paths");
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.add(new Operation(
                            service, method.getKey().toUpperCase(), path.getKey(), mediaType(method.getValue())));
                }
            }
        }
        return operations;
    }

    /** The path with names that nothing has. */
    String pathToNothing() {
        return path.replaceAll("\\{[^}]+}", "nothing-of-this-name");
    }

    private static String mediaType(JsonNode operation) {
        JsonNode content = operation.path("requestBody").path("content");
        return content.isEmpty() ? null : content.fieldNames().next();
    }
}
