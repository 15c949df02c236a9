package com.interspace.escalation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.interspace.chassis.pdf.Sha256;
import com.interspace.escalation.fixture.AService;
import com.interspace.escalation.fixture.Tables;
import com.interspace.escalation.fixture.ToldEvent;
import com.interspace.local.fixture.LocalParts;
import com.interspace.local.fixture.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

@QuarkusTest
class MatrixTest extends EscalationDeskTest {

    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    @Test
    void activation_issues_the_default_matrix() {
        AService service = AService.withMatrix().active();

        readMatrix(ANNA, service.id())
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("serviceId", equalTo(service.id()))
                .body("version", equalTo(1))
                .body("effectiveFrom", equalTo(now().toString()))
                .body("levels", hasSize(5))
                .body("levels[0].after.critical", equalTo("PT30M"))
                .body("levels[4].after.minor", nullValue())
                .body(
                        "levels.persons.flatten().email",
                        contains(
                                "shift-lead@interspace.example",
                                "duty-manager@interspace.example",
                                "head-of-operations@interspace.example",
                                "technical-director@interspace.example",
                                "chief-executive@interspace.example"))
                .body("document.number", notNullValue())
                .body("document.receiptConfirmedAt", nullValue());
    }

    @Test
    void the_matrix_is_issued_once_whatever_is_told_again() {
        AService service = AService.withMatrix();
        ToldEvent activated = service.activated().tell();
        activated.publish();
        service.suspended().tell();
        service.activated().tell();

        assertThat(issuedFor(service)).hasSize(1);
    }

    @Test
    void a_matrix_added_to_the_contract_later_is_issued_then() {
        AService service = AService.withoutMatrix().active();
        MovableClock.shared().advance(TEN_SECONDS);
        service.givenAMatrix().tell();

        readMatrix(ANNA, service.id()).then().statusCode(200).body("effectiveFrom", equalTo(now().toString()));
    }

    @Test
    void an_older_state_told_late_is_not_taken_over_but_the_activation_still_counts() {
        AService service = AService.withMatrix();
        ToldEvent activated = service.activated();
        service.suspended().tell();
        service.givenAMatrix().tell();
        activated.tell();

        assertThat(issuedFor(service)).hasSize(1);
        assertThat(Tables.texts("select sequence from known_service where service_id = '" + service.id() + "'"))
                .containsExactly("3");
    }

    @ParameterizedTest
    @ValueSource(strings = {ANNA, PARTNER, AGENT, MANAGER, OPS})
    void customers_and_the_centre_read_the_matrix(String who) {
        readMatrix(who, AService.withMatrix().active().id()).then().statusCode(200);
    }

    @Test
    void a_matrix_of_another_account_is_not_found() {
        AService service = AService.withMatrix().active();

        readMatrix(BORIS, service.id()).then().statusCode(404).contentType("application/problem+json");
        as(BORIS)
                .get("/v1/escalation-matrices/" + service.id() + "/document")
                .then()
                .statusCode(404);
        as(BORIS)
                .post("/v1/escalation-matrices/" + service.id() + "/document/receipt")
                .then()
                .statusCode(404);
    }

    @Test
    void a_service_without_a_contractual_matrix_has_none_and_no_document() {
        AService service = AService.withoutMatrix().active();

        readMatrix(ANNA, service.id()).then().statusCode(404);
        as(ANNA).get("/v1/escalation-matrices/" + service.id() + "/document")
                .then()
                .statusCode(404);
        changeMatrix(MANAGER, service.id(), aMatrix(FIVE_SECONDS))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:interspace:problem:no-contractual-matrix"));
    }

    @Test
    void unknown_and_misspelt_services_are_not_found() {
        readMatrix(AGENT, "IS-XXX-9999").then().statusCode(404);
        as(AGENT).get("/v1/escalation-matrices/%00").then().statusCode(404);
        changeMatrix(MANAGER, "IS-XXX-9999", aMatrix(FIVE_SECONDS)).then().statusCode(404);
        readMatrix(AGENT, AService.withMatrix().active().id() + "?version=7")
                .then()
                .statusCode(404);
    }

    @Test
    void who_is_not_known_is_401_and_who_may_not_is_403() {
        AService service = AService.withMatrix().active();
        String path = "/v1/escalation-matrices/" + service.id();

        given().get(path).then().statusCode(401).contentType("application/problem+json");
        given().auth().oauth2(LocalParts.expiredToken()).get(path).then().statusCode(401);
        as(PROVISIONING).get(path).then().statusCode(403);
        for (String who : List.of(ANNA, PARTNER, AGENT, OPS)) {
            changeMatrix(who, service.id(), aMatrix(FIVE_SECONDS)).then().statusCode(403);
        }
        as(AGENT).post(path + "/document/receipt").then().statusCode(403);
    }

    @Test
    void a_manager_writes_the_next_version_and_the_old_one_stays_readable() {
        AService service = AService.withMatrix().active();
        timePasses(TEN_SECONDS);

        changeMatrix(MANAGER, service.id(), aMatrix(FIVE_SECONDS, TEN_SECONDS))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("version", equalTo(2))
                .body("effectiveFrom", equalTo(now().toString()))
                .body("levels", hasSize(2))
                .body("levels[0].after.critical", equalTo("PT5S"))
                .body("levels[0].persons[0].hours", equalTo("24x7"));

        readMatrix(ANNA, service.id()).then().body("version", equalTo(2));
        readMatrix(ANNA, service.id() + "?version=1").then().body("levels", hasSize(5));
        assertThat(issuedFor(service)).hasSize(2);
    }

    @Test
    void what_was_read_can_be_written_back_and_changes_nothing() {
        AService service = AService.withMatrix().active();
        Map<String, Object> read = readMatrix(MANAGER, service.id()).as(Map.class);
        read.remove("effectiveFrom");

        changeMatrix(MANAGER, service.id(), read).then().statusCode(200).body("version", equalTo(1));
        assertThat(issuedFor(service)).hasSize(1);
    }

    @Test
    void a_version_for_later_takes_effect_then_and_not_before() {
        AService service = AService.withMatrix().active();
        Map<String, Object> later = aMatrix(FIVE_SECONDS);
        later.put("effectiveFrom", now().plusSeconds(10).toString());

        changeMatrix(MANAGER, service.id(), later).then().statusCode(200).body("version", equalTo(2));

        readMatrix(ANNA, service.id()).then().body("version", equalTo(1));
        timePasses(TEN_SECONDS);
        readMatrix(ANNA, service.id()).then().body("version", equalTo(2));
    }

    @Test
    void a_version_for_the_past_is_refused() {
        AService service = AService.withMatrix().active();
        Map<String, Object> earlier = aMatrix(FIVE_SECONDS);
        earlier.put("effectiveFrom", now().minusSeconds(1).toString());

        changeMatrix(MANAGER, service.id(), earlier)
                .then()
                .statusCode(422)
                .body("violations.field", contains("effectiveFrom"));
    }

    @Test
    void a_matrix_that_breaks_rules_is_refused_with_every_field_and_nothing_is_written() {
        AService service = AService.withMatrix().active();
        Map<String, Object> wrong = Map.of(
                "levels",
                List.of(
                        Map.of("level", 2, "title", "", "persons", List.of(), "after", Map.of("critical", "later")),
                        Map.of(
                                "level",
                                2,
                                "title",
                                "Two",
                                "persons",
                                List.of(Map.of("name", "Two", "email", "two")),
                                "after",
                                Map.of("critical", "PT1M"))));

        changeMatrix(MANAGER, service.id(), wrong)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:interspace:problem:invalid-input"))
                .body(
                        "violations.field",
                        hasItems(
                                "levels[0].level",
                                "levels[0].title",
                                "levels[0].persons",
                                "levels[0].after.critical",
                                "levels[1].persons[0].email"));
        assertThat(issuedFor(service)).hasSize(1);
    }

    @Test
    void a_body_that_is_none_is_malformed() {
        String path =
                "/v1/escalation-matrices/" + AService.withMatrix().active().id();

        as(MANAGER).body("{\"levels\": [").put(path).then().statusCode(400).contentType("application/problem+json");
        as(MANAGER).put(path).then().statusCode(400);
        as(MANAGER).body("{\"levels\": \"many\"}").put(path).then().statusCode(422);
        as(MANAGER)
                .body("{\"levels\": [{\"level\": \"first\"}]}")
                .put(path)
                .then()
                .statusCode(422);
    }

    @Test
    void a_manager_who_has_read_an_older_version_is_told_so() {
        AService service = AService.withMatrix().active();
        changeMatrix(MANAGER, service.id(), aMatrix(FIVE_SECONDS)).then().statusCode(200);

        as(MANAGER)
                .header("If-Match", "\"1\"")
                .body(aMatrix(TEN_SECONDS))
                .put("/v1/escalation-matrices/" + service.id())
                .then()
                .statusCode(412)
                .body("currentVersion", equalTo(2));
        as(MANAGER)
                .header("If-Match", "\"2\"")
                .body(aMatrix(TEN_SECONDS))
                .put("/v1/escalation-matrices/" + service.id())
                .then()
                .statusCode(200);
    }

    @Test
    void the_document_says_what_the_matrix_says_and_names_its_twin() throws IOException {
        AService service = AService.withMatrix().active();
        JsonPath matrix = readMatrix(ANNA, service.id()).jsonPath();
        String number = matrix.getString("document.number");
        String twin = matrix.getString("document.jsonSha256");

        String printed = text(pdf(ANNA, service));

        assertThat(number).matches("EM-2026-\\d{6}");
        assertThat(printed)
                .contains(number, "ACME", service.id(), "2 March 2026, 08:00:00 UTC", twin)
                .contains("http://localhost:8080/v1/escalation-documents/" + twin)
                .contains("Head of operations", "technical-director@interspace.example", "+359 2 555 0111", "30 min");
        given().auth()
                .oauth2(LocalParts.tokenOf(ANNA))
                .accept("application/json")
                .get("/v1/escalation-matrices/" + service.id() + "/document")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("kind", equalTo("escalation-matrix"))
                .body("document.number", equalTo(number))
                .body("document.levels[0].after.critical", equalTo("PT30M"));
    }

    @Test
    void the_document_is_pdf_a_whatever_is_written_in_it() throws Exception {
        AService service = AService.withMatrix().active();
        assertThat(objectionsTo(pdf(ANNA, service))).isEmpty();
        Map<String, Object> odd = aMatrix(FIVE_SECONDS);
        odd.put(
                "levels",
                List.of(Map.of(
                        "level",
                        1,
                        "title",
                        "<b>Шеф & \"Co\" {x}",
                        "persons",
                        List.of(Map.of("name", "Ана <script>", "email", "ana@interspace.example")),
                        "after",
                        Map.of("critical", "PT1M30S"))));
        changeMatrix(MANAGER, service.id(), odd).then().statusCode(200);

        byte[] pdf = pdf(ANNA, service);

        assertThat(objectionsTo(pdf)).isEmpty();
        assertThat(text(pdf)).contains("<b>Шеф & \"Co\" {x}", "Ана <script>", "1 min 30 s");
    }

    @Test
    void the_document_is_printed_once_and_has_the_same_bytes_for_ever() {
        AService service = AService.withMatrix().active();
        byte[] first = pdf(ANNA, service);
        timePasses(Duration.ofDays(30));

        assertThat(pdf(OPS, service)).isEqualTo(first);
        assertThat(readMatrix(ANNA, service.id()).jsonPath().getString("document.pdfSha256"))
                .isEqualTo(Sha256.of(first));
    }

    @Test
    void an_old_version_of_the_document_stays_readable() {
        AService service = AService.withMatrix().active();
        byte[] first = pdf(ANNA, service);
        changeMatrix(MANAGER, service.id(), aMatrix(FIVE_SECONDS)).then().statusCode(200);

        assertThat(pdf(ANNA, service)).isNotEqualTo(first);
        assertThat(as(ANNA).accept("application/pdf")
                        .get("/v1/escalation-matrices/" + service.id() + "/document?version=1")
                        .asByteArray())
                .isEqualTo(first);
    }

    @Test
    void a_document_in_another_form_is_not_to_be_had() {
        AService service = AService.withMatrix().active();

        as(ANNA).accept("text/html")
                .get("/v1/escalation-matrices/" + service.id() + "/document")
                .then()
                .statusCode(406);
        as(ANNA).accept("application/pdf")
                .get("/v1/escalation-matrices/" + service.id() + "/document?version=one")
                .then()
                .statusCode(422);
    }

    @Test
    void anybody_can_verify_either_form_and_a_changed_byte_does_not() {
        AService service = AService.withMatrix().active();
        byte[] pdf = pdf(ANNA, service);
        byte[] json = as(ANNA).accept("application/json")
                .get("/v1/escalation-matrices/" + service.id() + "/document")
                .asByteArray();

        proof(pdf)
                .statusCode(200)
                .body("kind", equalTo("pdf"))
                .body("version", equalTo(1))
                .body("superseded", equalTo(false));
        proof(json).statusCode(200).body("kind", equalTo("json")).body("number", equalTo(numberOf(service)));
        given().get("/v1/escalation-documents/" + Sha256.of(pdf).toUpperCase(Locale.ROOT))
                .then()
                .statusCode(200);
        pdf[pdf.length / 2] ^= 1;
        json[json.length / 2] ^= 1;
        proof(pdf).statusCode(404);
        proof(json).statusCode(404);
        given().get("/v1/escalation-documents/nonsense").then().statusCode(404);
    }

    @Test
    void a_document_is_superseded_when_a_later_version_is_in_force() {
        AService service = AService.withMatrix().active();
        byte[] first = pdf(ANNA, service);
        Map<String, Object> later = aMatrix(FIVE_SECONDS);
        later.put("effectiveFrom", now().plusSeconds(10).toString());
        changeMatrix(MANAGER, service.id(), later).then().statusCode(200);

        proof(first).body("superseded", equalTo(false));
        timePasses(TEN_SECONDS);
        proof(first).body("superseded", equalTo(true));
    }

    @Test
    void the_customer_confirms_receipt_once() {
        AService service = AService.withMatrix().active();
        String confirmedAt = now().toString();

        confirm(service).statusCode(200).body("document.receiptConfirmedAt", equalTo(confirmedAt));
        timePasses(TEN_SECONDS);
        confirm(service).statusCode(200).body("document.receiptConfirmedAt", equalTo(confirmedAt));

        assertThat(eventsOf(service, "receipt-confirmed")).hasSize(1);
    }

    @Test
    void every_version_is_announced_with_both_fingerprints() {
        AService service = AService.withMatrix().active();
        changeMatrix(MANAGER, service.id(), aMatrix(FIVE_SECONDS)).then().statusCode(200);
        confirm(service);

        List<String> issued = eventsOf(service, "matrix-issued");

        assertThat(issued).hasSize(2);
        JsonPath second = JsonPath.from(issued.get(1));
        JsonPath now = readMatrix(ANNA, service.id()).jsonPath();
        assertThat(second.getString("change.reason")).isEqualTo("new-version");
        assertThat(second.getMap("matrix.document").get("pdfSha256")).isEqualTo(now.getString("document.pdfSha256"));
        assertThat(second.getMap("matrix.document").get("jsonSha256")).isEqualTo(now.getString("document.jsonSha256"));
        assertThat(Tables.texts("select sequence from outbox where key = '" + service.id() + "' order by position"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void the_centres_own_default_is_kept_as_a_version() {
        assertThat(Tables.count("matrix where template = 'default' and version = 1"))
                .isEqualTo(1);
    }

    private static List<String> issuedFor(AService service) {
        return Tables.texts("select number from issued_document where service_id = '" + service.id() + "'");
    }

    private static List<String> eventsOf(AService service, String word) {
        return Tables.texts("select body from outbox where key = '" + service.id()
                + "' and type = 'com.interspace.escalation." + word + ".v1' order by position");
    }

    private static String numberOf(AService service) {
        return readMatrix(ANNA, service.id()).jsonPath().getString("document.number");
    }

    private static byte[] pdf(String who, AService service) {
        return as(who).accept("application/pdf")
                .get("/v1/escalation-matrices/" + service.id() + "/document")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
    }

    /** What veraPDF has against this as PDF/A-2b. */
    private static List<String> objectionsTo(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(TestAssertion::getMessage)
                    .toList();
        }
    }

    /** What is printed, without its line breaks. */
    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static ValidatableResponse proof(byte[] bytes) {
        return given().get("/v1/escalation-documents/" + Sha256.of(bytes)).then();
    }

    private static ValidatableResponse confirm(AService service) {
        return as(ANNA).post("/v1/escalation-matrices/" + service.id() + "/document/receipt")
                .then();
    }
}
