package com.interspace.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Dashboards, alerts and scraping as files; that the metrics exist is proved on running services in the system test. */
class ObservabilityTest {

    private static final Path FOLDER = Deploy.DEPLOY.resolve("observability");

    @Test
    void every_alert_says_what_is_wrong_and_what_to_do() {
        JsonNode rules = Deploy.yaml(FOLDER.resolve("alerts.yml")).at("/groups");

        assertThat(rules.findValues("rules")).isNotEmpty().allSatisfy(list -> assertThat(list)
                .allSatisfy(rule -> {
                    assertThat(rule.path("alert").asText()).matches("[A-Z][A-Za-z]+");
                    assertThat(rule.path("expr").asText()).isNotEmpty();
                    assertThat(rule.at("/labels/severity").asText()).isIn("page", "ticket");
                    assertThat(rule.at("/annotations/summary").asText()).isNotEmpty();
                    assertThat(rule.at("/annotations/action").asText()).isNotEmpty();
                }));
        assertThat(rules.findValuesAsText("alert")).doesNotHaveDuplicates();
    }

    /** What counts the unusual appears with its first event, and has not risen since it was there. */
    @Test
    void an_alert_on_the_rise_of_a_count_fires_at_the_first_event_too() {
        List<String> rises = Deploy.yaml(FOLDER.resolve("alerts.yml")).findValuesAsText("expr").stream()
                .filter(expression -> expression.contains("increase("))
                .toList();

        assertThat(rises).hasSize(2).allSatisfy(expression -> assertThat(expression)
                .containsPattern("increase\\((.+?)\\[(\\d+m)].*or .*\\1 unless \\1 offset \\2"));
    }

    @Test
    void prometheus_reads_the_alerts_and_every_service_at_its_port() {
        JsonNode prometheus = Deploy.yaml(FOLDER.resolve("prometheus.yml"));

        assertThat(FOLDER.resolve(prometheus.at("/rule_files/0").asText())).exists();
        List<JsonNode> jobs = prometheus.findParents("job_name");
        assertThat(jobs).hasSize(4).allSatisfy(job -> {
            String service = job.path("job_name").asText();
            String port = Deploy.text(Deploy.ROOT.resolve(service + "/src/main/resources/application.properties"))
                    .lines()
                    .filter(line -> line.startsWith("quarkus.http.port="))
                    .findFirst()
                    .orElseThrow()
                    .split("=")[1];
            assertThat(job.at("/static_configs/0/targets/0").asText()).isEqualTo(service + ":" + port);
        });
    }

    @Test
    void every_panel_asks_the_data_source_that_is_provisioned() throws IOException {
        String uid = Deploy.yaml(FOLDER.resolve("grafana/provisioning/datasources/prometheus.yml"))
                .findValue("uid")
                .asText();
        try (Stream<Path> files = Files.list(FOLDER.resolve("grafana/dashboards"))) {
            assertThat(files.map(Deploy::json).toList()).hasSize(2).allSatisfy(dashboard -> {
                assertThat(dashboard.path("uid").asText()).startsWith("interspace-");
                assertThat(dashboard.path("panels")).hasSizeGreaterThan(8).allSatisfy(panel -> {
                    assertThat(panel.at("/datasource/uid").asText()).isEqualTo(uid);
                    assertThat(panel.path("title").asText()).isNotEmpty();
                    assertThat(panel.path("targets")).isNotEmpty().allSatisfy(target -> assertThat(
                                    target.path("expr").asText())
                            .isNotEmpty());
                });
            });
        }
    }
}
