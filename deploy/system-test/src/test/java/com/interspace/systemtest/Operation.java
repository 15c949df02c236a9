package com.interspace.systemtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.interspace.local.identity.Caller;
import com.interspace.local.launch.LocalSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that a service offers, as its OpenAPI says.
 *
 * @param mediaType what its body is written in; null when it takes none
 * @param described the operation in the document
 * @param document the whole document, for what is described elsewhere in it
 */
record Operation(String service, String method, String path, String mediaType, JsonNode described, JsonNode document) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** Everything that a running service offers, in the order of its description. */
    static List<Operation> of(LocalSystem system, String service) {
        return of(
                Caller.anyone(system.url(service, ""))
                        .get("/q/openapi?format=json")
                        .json(),
                service);
    }

    /** Everything that a service promises in its contract. */
    static List<Operation> promisedBy(String service) {
        Path contract = Path.of("..", "..", service + "-service", "contracts", "openapi.yaml");
        try {
            return of(new YAMLMapper().readTree(contract.toFile()), service);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Operation> of(JsonNode document, String service) {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.add(new Operation(
                            service,
                            method.getKey().toUpperCase(),
                            path.getKey(),
                            mediaType(method.getValue()),
                            method.getValue(),
                            document));
                }
            }
        }
        return operations;
    }

    /** Service, method and path, as in {@code role-matrix.txt}. */
    String name() {
        return service + " " + method + " " + path;
    }

    /** The path with names that nothing has. */
    String pathToNothing() {
        return path.replaceAll("\\{[^}]+}", "nothing-of-this-name");
    }

    /** Its parameters in the query. */
    List<String> queryParameters() {
        List<String> names = new ArrayList<>();
        described.path("parameters").forEach(parameter -> {
            JsonNode resolved = resolved(parameter);
            if (resolved.path("in").asText().equals("query")) {
                names.add(resolved.path("name").asText());
            }
        });
        return names;
    }

    /** What its body has to look like; the missing node when it takes none. */
    JsonNode bodySchema() {
        return body().path("schema");
    }

    /** Bodies that the document shows as good ones. */
    List<JsonNode> bodyExamples() {
        List<JsonNode> examples = new ArrayList<>();
        if (body().has("example")) {
            examples.add(body().path("example"));
        }
        body().path("examples")
                .forEach(example -> examples.add(resolved(example).path("value")));
        return examples;
    }

    /** Whether the document tells of an answer with this status. */
    boolean documents(int status) {
        return described.path("responses").has(String.valueOf(status));
    }

    /** The node itself, or the one that it refers to. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private JsonNode body() {
        return mediaType == null
                ? described.path("none")
                : described.at("/requestBody/content").path(mediaType);
    }

    private static String mediaType(JsonNode operation) {
        JsonNode content = operation.path("requestBody").path("content");
        return content.isEmpty() ? null : content.fieldNames().next();
    }
}
