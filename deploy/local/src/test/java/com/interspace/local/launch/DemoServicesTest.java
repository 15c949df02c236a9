package com.interspace.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.identity.Caller;
import com.interspace.local.part.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoServicesTest {

    private final List<JsonNode> taken = new ArrayList<>();

    private String refusedField = "contacts[0].contactId";
    private HttpServer door;

    @BeforeEach
    void aDoorThatRefusesAnna() throws IOException {
        door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        door.createContext("/v1/services/", this::answer);
        door.start();
    }

    @AfterEach
    void close() {
        door.stop(0);
    }

    @Test
    void an_erased_contact_is_left_out_when_the_services_are_provisioned_again() {
        assertThat(provisionTheServiceOfTheStory().status()).isEqualTo(200);
        assertThat(taken).singleElement().satisfies(service -> {
            assertThat(service.path("account").asText()).isEqualTo("ACME");
            assertThat(service.path("contacts")).isEmpty();
        });
    }

    @Test
    void whatever_else_is_refused_stays_refused() {
        refusedField = "zone";
        assertThat(provisionTheServiceOfTheStory().status()).isEqualTo(422);
        assertThat(taken).isEmpty();
    }

    private Caller.Reply provisionTheServiceOfTheStory() {
        String address = "http://localhost:" + door.getAddress().getPort();
        return new DemoServices().provision(DemoServices.OF_THE_STORY, Caller.anyone(address)::put);
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode service = Json.parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        boolean namesAnna =
                service.path("contacts").findValuesAsText("contactId").contains("anna");
        if (!namesAnna) {
            taken.add(service);
        }
        byte[] body = Json.write(Map.of("violations", List.of(Map.of("field", refusedField, "message", "no"))))
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(namesAnna ? 422 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
