package com.interspace.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Topics and access as files, and the program that applies them, without a broker. */
class KafkaFilesTest {

    private static final Path FOLDER = Deploy.DEPLOY.resolve("kafka");

    private final JsonNode topics = Deploy.json(FOLDER.resolve("topics.json")).path("topics");

    @Test
    void a_service_reads_what_the_topics_say_and_writes_what_its_contract_says_and_nothing_else() {
        for (String service : Deploy.SERVICES) {
            TreeSet<String> reads = new TreeSet<>();
            topics.forEach(topic -> topic.path("consumers").forEach(consumer -> {
                if (consumer.asText().equals(service)) {
                    reads.add(topic.path("name").asText());
                }
            }));
            List<String> parked =
                    reads.stream().map(topic -> topic + "." + service + ".dlq").toList();
            JsonNode access = Deploy.json(FOLDER.resolve("acls/" + service + "-service.acl.json"));

            TreeSet<String> mayRead = new TreeSet<>(reads);
            mayRead.addAll(parked);
            TreeSet<String> mayWrite = new TreeSet<>(published(service));
            mayWrite.addAll(parked);
            assertThat(texts(access.path("reads"))).containsExactlyInAnyOrderElementsOf(mayRead);
            assertThat(texts(access.path("writes"))).containsAll(mayWrite);
            assertThat(texts(access.path("groups"))).containsExactly(service, service + ".replay");
            assertThat(texts(access.path("writes"))).allSatisfy(topic -> assertThat(
                            topic.startsWith("interspace.") && (parked.contains(topic) || !topic.endsWith(".dlq")))
                    .isTrue());
        }
    }

    @Test
    void every_topic_is_written_by_one_only() throws IOException {
        List<String> written = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER.resolve("acls"))) {
            files.forEach(file -> written.addAll(texts(Deploy.json(file).path("writes"))));
        }
        assertThat(written).doesNotHaveDuplicates().containsAll(topics.findValuesAsText("name"));
    }

    @Test
    void the_program_understands_the_files() throws Exception {
        List<String> said = run("KafkaSetup.java", "--dry-run");

        assertThat(said).filteredOn(line -> line.startsWith("topic ")).hasSize(topics.size() + parkedTopics());
        assertThat(said)
                .contains(
                        "topic interspace.service.v1 partitions=3 {cleanup.policy=compact, max.compaction.lag.ms=1209600000,"
                                + " min.compaction.lag.ms=604800000, retention.ms=34560000000}",
                        "acl User:rfo-service READ GROUP rfo",
                        "acl User:ticket-service WRITE TOPIC interspace.ticket.v1",
                        "acl User:monitoring WRITE TOPIC interspace.monitoring.v1");
    }

    @Test
    void the_cluster_gets_every_file() throws IOException {
        String kustomization = Deploy.text(FOLDER.resolve("kustomization.yaml"));
        try (Stream<Path> files = Files.list(FOLDER.resolve("acls"))) {
            assertThat(files).allSatisfy(file -> assertThat(kustomization).contains("acls/" + file.getFileName()));
        }
    }

    @Test
    void every_program_says_how_it_is_used() throws Exception {
        assertThat(run("example/Watch.java", "--help")).first().asString().startsWith("Usage");
        assertThat(run("example/Report.java", "--help")).first().asString().startsWith("Usage");
        assertThat(run("Rewind.java", "--help")).first().asString().startsWith("Usage");
    }

    @Test
    void every_event_of_the_contracts_is_on_the_page_for_people() throws Exception {
        List<String> page = run("EventsForPeople.java", "");

        for (String service : Deploy.SERVICES) {
            Path contracts = Deploy.ROOT.resolve(service + "-service/contracts");
            JsonNode contract = Deploy.yaml(contracts.resolve("asyncapi.yaml"));
            List<String> types = contract.findParents("payload").stream()
                    .map(message -> message.path("name").asText())
                    .toList();
            assertThat(types).isNotEmpty();
            for (String type : types) {
                assertThat(page.contains("### " + type))
                        .as(type)
                        .isEqualTo(sent(contract).contains(type));
            }
        }
    }

    /** The types that a service writes; the others in its contract it reads. */
    private static Set<String> sent(JsonNode contract) {
        Set<String> types = new TreeSet<>();
        for (JsonNode operation : contract.path("operations")) {
            if (operation.path("action").asText().equals("send")) {
                referred(contract, operation.path("channel"))
                        .path("messages")
                        .forEach(message -> types.add(
                                referred(contract, message).path("name").asText()));
            }
        }
        return types;
    }

    private static JsonNode referred(JsonNode contract, JsonNode reference) {
        return contract.at(reference.path("$ref").asText().substring(1));
    }

    private static List<String> run(String program, String option) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program,
                        option)
                .directory(FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> said =
                new String(process.getInputStream().readAllBytes()).lines().toList();
        assertThat(process.waitFor()).isZero();
        return said;
    }

    private int parkedTopics() {
        int parked = 0;
        for (JsonNode topic : topics) {
            parked += topic.path("consumers").size();
        }
        return parked;
    }

    /** The topics that a service sends to, by its contract. */
    private static List<String> published(String service) {
        JsonNode contract = Deploy.yaml(Deploy.ROOT.resolve(service + "-service/contracts/asyncapi.yaml"));
        List<String> addresses = new ArrayList<>();
        contract.path("operations").forEach(operation -> {
            if (operation.path("action").asText().equals("send")) {
                String channel = operation.at("/channel/$ref").asText().substring(1);
                addresses.add(contract.at(channel).path("address").asText());
            }
        });
        return addresses;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
