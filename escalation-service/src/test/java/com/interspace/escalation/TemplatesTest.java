package com.interspace.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.interspace.escalation.fixture.AService;
import com.interspace.escalation.fixture.ATicket;
import com.interspace.escalation.usecase.KeepInternalDefault;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where matrices begin, by product tier. */
@QuarkusTest
class TemplatesTest extends EscalationDeskTest {

    private static final Executor EACH_AT_ONCE = work -> new Thread(work).start();

    private final String tier = "tier-" + UUID.randomUUID().toString().substring(0, 8);

    @Inject
    KeepInternalDefault internal;

    @Test
    void a_manager_writes_the_template_of_a_tier_and_a_new_contract_of_it_begins_there() {
        change(MANAGER, tier, aMatrix(Duration.ofMinutes(7)))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("tier", equalTo(tier))
                .body("levels[0].after.critical", equalTo("PT7M"));

        readMatrix(ANNA, AService.withMatrix().ofTier(tier).active().id())
                .then()
                .body("levels.size()", equalTo(1))
                .body("levels[0].after.critical", equalTo("PT7M"));
        as(AGENT).get("/v1/escalation-templates").then().statusCode(200).body("items.tier", hasItem("default"));
        as(OPS).get("/v1/escalation-templates/default").then().statusCode(200).body("levels.size()", equalTo(5));
    }

    @Test
    void a_tier_without_a_template_begins_with_the_usual_one() {
        as(AGENT).get("/v1/escalation-templates/" + tier).then().statusCode(404);

        readMatrix(ANNA, AService.withMatrix().ofTier(tier).active().id())
                .then()
                .body("levels.size()", equalTo(5));
    }

    @Test
    void contracts_and_tickets_that_exist_keep_what_they_have() {
        AService contract = AService.withMatrix().ofTier(tier).active();
        AService other = AService.withoutMatrix().ofTier(tier).active();
        ATicket before = ATicket.openOn(other, "critical");
        timePasses(Duration.ofSeconds(1));
        change(MANAGER, tier, aMatrix(Duration.ofMinutes(7))).then().statusCode(200);
        ATicket after = ATicket.openOn(other, "critical");

        timePasses(Duration.ofMinutes(7));

        assertThat(levelOf(before.id())).isZero();
        assertThat(levelOf(after.id())).isEqualTo(1);
        readMatrix(ANNA, contract.id()).then().body("version", equalTo(1)).body("levels.size()", equalTo(5));
    }

    @Test
    void the_same_again_changes_nothing_and_an_older_picture_is_refused() {
        change(MANAGER, tier, aMatrix(Duration.ofMinutes(7))).then().statusCode(200);
        change(MANAGER, tier, aMatrix(Duration.ofMinutes(7))).then().body("version", equalTo(1));
        change(MANAGER, tier, aMatrix(Duration.ofMinutes(8))).then().body("version", equalTo(2));

        as(MANAGER)
                .header("If-Match", "\"1\"")
                .body(aMatrix(Duration.ofMinutes(9)))
                .put("/v1/escalation-templates/" + tier)
                .then()
                .statusCode(412)
                .body("currentVersion", equalTo(2));
    }

    @Test
    void managers_who_write_at_the_same_time_and_ask_for_no_version_come_one_after_the_other() {
        List<CompletableFuture<Integer>> answers = IntStream.rangeClosed(1, 6)
                .mapToObj(minutes -> CompletableFuture.supplyAsync(
                        () -> change(MANAGER, tier, aMatrix(Duration.ofMinutes(minutes)))
                                .statusCode(),
                        EACH_AT_ONCE))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(200);
        assertThat(versionOf(tier)).isEqualTo(6);
    }

    @Test
    void a_release_does_not_replace_what_a_manager_wrote() {
        Map<String, Object> ours = aMatrix(Duration.ofMinutes(7));
        Map<String, Object> usual =
                as(AGENT).get("/v1/escalation-templates/default").jsonPath().getMap("");
        change(MANAGER, "default", ours).then().statusCode(200);
        int version = versionOf("default");

        internal.keep();

        assertThat(versionOf("default")).isEqualTo(version);
        usual.remove("effectiveFrom");
        change(MANAGER, "default", usual).then().statusCode(200);
    }

    @Test
    void a_template_that_breaks_rules_is_refused_and_only_a_manager_writes() {
        Map<String, Object> dated = aMatrix(Duration.ofMinutes(7));
        dated.put("effectiveFrom", now().plusSeconds(60).toString());

        change(MANAGER, tier, dated).then().statusCode(422).body("violations.field", contains("effectiveFrom"));
        for (String who : new String[] {ANNA, PARTNER, AGENT, OPS, PROVISIONING}) {
            change(who, tier, aMatrix(Duration.ofMinutes(7))).then().statusCode(403);
        }
        as(ANNA).get("/v1/escalation-templates").then().statusCode(403);
    }

    private static int versionOf(String tier) {
        return as(AGENT).get("/v1/escalation-templates/" + tier).jsonPath().getInt("version");
    }

    private static Response change(String who, String tier, Map<String, Object> template) {
        return as(who).body(template).put("/v1/escalation-templates/" + tier);
    }
}
