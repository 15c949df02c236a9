package com.interspace.ticketing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.interspace.local.fixture.LocalParts;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** OWASP API Security Top 10 (2023), one test by name for each; what they only sample is proved in full elsewhere. */
@QuarkusTest
class OwaspApiTop10Test extends TicketDeskTest {

    private final String contact = "c-" + UUID.randomUUID() + "@acme.example";

    /** In full: {@link TenantWallTest}. */
    @Test
    void api1_broken_object_level_authorization() {
        String foreign = anOpenTicket();
        as(BORIS).get("/v1/tickets/" + foreign).then().statusCode(404);
        as(BORIS).body(aReport()).post("/v1/tickets").then().statusCode(404);
        String own = "IS-GLOBEX-" + UUID.randomUUID();
        activate(own, "GLOBEX");
        String ticket = as(BORIS)
                .body(aReport("serviceId", own))
                .post("/v1/tickets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(PARTNER)
                .body(Map.of("serviceId", own))
                .patch("/v1/tickets/" + aTicketWithout("serviceId"))
                .then()
                .statusCode(404);
        as(AGENT)
                .body(Map.of("ticketId", foreign))
                .post("/v1/tickets/" + ticket + "/merge")
                .then()
                .statusCode(409);
    }

    @Test
    void api2_broken_authentication() {
        String[] token = LocalParts.tokenOf(ANNA).split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(token[1]), StandardCharsets.UTF_8);
        String other = encoded(claims.replace("ACME", "GLOBEX"));
        for (String forged : List.of(
                token[0] + "." + other + "." + token[2],
                encoded("{\"alg\":\"none\"}") + "." + other + ".",
                token[0] + "." + token[1] + ".",
                LocalParts.sign(claims.replaceFirst("\"aud\":(\\[[^]]*]|\"[^\"]*\")", "\"aud\":\"elsewhere\"")),
                LocalParts.expiredToken())) {
            given().auth().oauth2(forged).get("/v1/tickets").then().statusCode(401);
        }
        given().header("X-Forwarded-User", AGENT).get("/v1/tickets").then().statusCode(401);
    }

    @Test
    void api3_broken_object_property_level_authorization() throws Exception {
        Map<String, Object> report = aReport();
        report.putAll(Map.of(
                "id", "IS-1000042-2", "account", "GLOBEX", "status", "closed", "priority", "low", "channel", "phone"));
        report.put("reporter", Map.of("name", "Somebody Else", "email", BORIS));
        JsonPath ticket = as(ANNA).body(report)
                .post("/v1/tickets")
                .then()
                .statusCode(201)
                .body("id", not(equalTo("IS-1000042-2")))
                .body("account", equalTo("ACME"))
                .body("status", equalTo("acknowledged"))
                .body("priority", equalTo("critical"))
                .body("channel", equalTo("panel"))
                .body("reporter.email", equalTo(ANNA))
                .body("parentId", nullValue())
                .extract()
                .jsonPath();
        Set<String> published = new TreeSet<>();
        contract().at("/components/schemas/Ticket/properties").fieldNames().forEachRemaining(published::add);
        assertThat(ticket.getMap("").keySet()).isSubsetOf(published);
    }

    /** The partners' share of a minute: {@code TroubleTicketTest}; files: {@code AttachmentTest}. */
    @Test
    void api4_unrestricted_resource_consumption() {
        as(ANNA).get("/v1/tickets?limit=201").then().statusCode(422);
        as(ANNA).body(aReport("description", "x".repeat(64 * 1024 + 1)))
                .post("/v1/tickets")
                .then()
                .statusCode(422);
        as(ANNA).body("{\"summary\": " + "[".repeat(1_000))
                .post("/v1/tickets")
                .then()
                .statusCode(allOf(greaterThanOrEqualTo(400), lessThan(500)));
        as(ANNA).get("/v1/tickets?q=" + "a+or+".repeat(500) + "b").then().statusCode(lessThan(500));
    }

    /** In full: {@code RoleMatrixTest} of the system. */
    @Test
    void api5_broken_function_level_authorization() {
        String id = anOpenTicket();
        for (String caller : List.of(ANNA, PARTNER, OPS, PROVISIONING)) {
            as(caller).body(Map.of()).put("/v1/priority-matrix").then().statusCode(403);
            as(caller).body(Map.of()).put("/v1/sla-policies").then().statusCode(403);
            as(caller)
                    .body(Map.of("reason", "r"))
                    .post("/v1/sla-policies/1/apply-to-open")
                    .then()
                    .statusCode(403);
            as(caller)
                    .body(Map.of("ticketId", id))
                    .post("/v1/tickets/" + id + "/merge")
                    .then()
                    .statusCode(403);
            as(caller).get("/v1/quarantine").then().statusCode(403);
        }
        as(AGENT).body(Map.of()).put("/v1/priority-matrix").then().statusCode(403);
    }

    /** A sender whose machine runs wild opens so many tickets within an hour, and then waits for an agent. */
    @Test
    void api6_unrestricted_access_to_sensitive_business_flows() {
        aServiceWithTheContact();
        int most = 5;
        for (int i = 0; i <= most; i++) {
            mail("Down " + i, "text/plain", "Service ID: " + acmeService + "\r\nDown.");
        }
        await().untilAsserted(() -> assertThat(inQuarantine()).hasSize(1));
        assertThat(inQuarantine().get(0)).isEqualTo("its sender has opened too many tickets within an hour");
        as(AGENT)
                .get("/v1/tickets?count=true&serviceId=" + acmeService)
                .then()
                .header("X-Total-Count", String.valueOf(most));
    }

    /** Nothing that somebody sends us is ever looked up or fetched. */
    @Test
    void api7_server_side_request_forgery() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer bait = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bait.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.close();
        });
        bait.start();
        try {
            String url = "http://127.0.0.1:" + bait.getAddress().getPort() + "/";
            aServiceWithTheContact();
            mail(
                    "Down",
                    "text/html",
                    "<link rel=stylesheet href=" + url + "><img src=" + url + "><iframe src=" + url + "></iframe>"
                            + "<p>Service ID: " + acmeService + "</p>");
            await().untilAsserted(() -> as(AGENT)
                    .get("/v1/tickets?count=true&serviceId=" + acmeService)
                    .then()
                    .header("X-Total-Count", "1"));
            as(ANNA).body(aReport("ipAddress", List.of(url, "localhost", "127.0.0.1.nip.io")))
                    .post("/v1/tickets")
                    .then()
                    .statusCode(422);
            assertThat(asked).hasValue(0);
        } finally {
            bait.stop(0);
        }
    }

    @Test
    void api8_security_misconfiguration() {
        String nowhere =
                as(ANNA).get("/v1/nowhere").then().statusCode(404).extract().asString();
        String broken = as(ANNA).body("{")
                .post("/v1/tickets")
                .then()
                .statusCode(400)
                .extract()
                .asString();
        assertThat(nowhere + broken).doesNotContain("Exception", "com.interspace", "jackson", "quarkus");
        as(ANNA).header("Origin", "https://evil.example")
                .get("/v1/tickets")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
        as(ANNA).request("TRACE", "/v1/tickets").then().statusCode(405);
        byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        String id = anOpenTicket();
        String file = attach(ANNA, id, "x.html", script).path("id");
        as(ANNA).get("/v1/tickets/" + id + "/attachments/" + file)
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("sandbox"));
        for (String door : List.of(
                "/tickets",
                "/tickets/" + id,
                "/tickets/" + id + "/notes",
                "/tickets/" + id + "/history",
                "/services",
                "/quarantine",
                "/priority-matrix")) {
            as(AGENT)
                    .header("Accept", "text/html")
                    .get("/v1" + door)
                    .then()
                    .statusCode(406)
                    .contentType("application/problem+json");
        }
    }

    /** What runs is what is published; that every door says who may come in: {@link ArchitectureTest}. */
    @Test
    void api9_improper_inventory_management() throws Exception {
        Set<String> running = operations(new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString()));
        assertThat(running).isEqualTo(operations(contract())).hasSizeGreaterThan(40);
    }

    /** What another server or a sender says of itself is not believed; in full: {@code CorpusTest}. */
    @Test
    void api10_unsafe_consumption_of_apis() {
        aServiceWithTheContact();
        LocalParts.mailToSupport(
                "eve@evil.example",
                ("From: <" + contact + ">\r\nTo: support@interspace.example\r\nSubject: Down\r\n"
                                + "X-Interspace-Verified: true\r\n"
                                + "Authentication-Results: mx.evil.example; dmarc=pass header.from=acme.example\r\n\r\n"
                                + "Service ID: " + acmeService + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        await().untilAsserted(() -> assertThat(inQuarantine()).hasSize(1));
        assertThat(inQuarantine().get(0)).isEqualTo("nothing proves that it comes from its sender");
    }

    private void aServiceWithTheContact() {
        Map<String, Object> service = new HashMap<>(aServiceOf("ACME"));
        service.put(
                "contacts",
                List.of(Map.of(
                        "contactId", "carla", "name", "Carla", "email", contact, "roles", List.of("technical"))));
        as(PROVISIONING).body(service).put("/v1/services/" + acmeService).then().statusCode(200);
    }

    private void mail(String subject, String type, String body) {
        LocalParts.mailToSupport(
                contact,
                ("From: <" + contact + ">\r\nTo: support@interspace.example\r\nSubject: " + subject
                                + "\r\nMIME-Version: 1.0\r\nContent-Type: " + type + "\r\n\r\n" + body + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Why mails of the contact wait. */
    private List<String> inQuarantine() {
        return as(AGENT)
                .get("/v1/quarantine?limit=200")
                .jsonPath()
                .getList("items.findAll { it.from.email == '" + contact + "' }.why");
    }

    private static JsonNode contract() throws Exception {
        return new YAMLMapper().readTree(Path.of("contracts", "openapi.yaml").toFile());
    }

    private static Set<String> operations(JsonNode openApi) {
        Set<String> operations = new TreeSet<>();
        openApi.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> operations.add(method.getKey() + " " + path.getKey())));
        return operations;
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
