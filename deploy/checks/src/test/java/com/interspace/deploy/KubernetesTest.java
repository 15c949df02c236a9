package com.interspace.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests as a cluster would get them, without a cluster. */
class KubernetesTest {

    private static final Path OVERLAYS = Deploy.DEPLOY.resolve("kubernetes/overlays");
    private static final String NAMESPACE = "kubernetes.io/metadata.name";
    private static final Map<String, Class<?>> MODEL = Map.of(
            "Namespace", Namespace.class,
            "ConfigMap", ConfigMap.class,
            "Service", Service.class,
            "ServiceAccount", ServiceAccount.class,
            "Deployment", Deployment.class,
            "Job", Job.class,
            "Ingress", Ingress.class,
            "NetworkPolicy", NetworkPolicy.class,
            "PodDisruptionBudget", PodDisruptionBudget.class);

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void every_object_has_only_fields_that_kubernetes_knows(String overlay) {
        assertThat(render(overlay)).isNotEmpty().allSatisfy(object -> {
            Class<?> type = MODEL.get(object.path("kind").asText());
            assertThat(type).as(object.path("kind").asText()).isNotNull();
            // What the model does not know lands in a map of additional properties and is found there.
            assertThat(Unknown.fieldsOf(Deploy.JSON.convertValue(object, type)))
                    .as(nameOf(object))
                    .isEmpty();
        });
    }

    @Test
    void a_misspelt_field_is_found() throws Exception {
        String misspelt = "{\"kind\":\"Job\",\"spec\":{\"template\":{\"spec\":{\"contianers\":[]}}}}";

        assertThat(Unknown.fieldsOf(Deploy.JSON.readValue(misspelt, Job.class))).containsExactly("contianers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void kustomize_renders_the_same_where_it_is_installed(String overlay) throws Exception {
        List<JsonNode> theirs = Deploy.documents(kubectl(OVERLAYS.resolve(overlay)));

        Map<String, JsonNode> ours = byName(sorted(render(overlay)));
        assertThat(byName(sorted(theirs)))
                .hasSameSizeAs(ours)
                .allSatisfy((name, object) -> assertThat(object).as(name).isEqualTo(ours.get(name)));
    }

    @Test
    void the_ingress_has_the_paths_of_the_one_origin() {
        JsonNode paths = only("Ingress", "interspace").at("/spec/rules/0/http/paths");

        Map<String, String> ingress = new TreeMap<>();
        paths.forEach(path -> {
            assertThat(path.path("pathType").asText()).isEqualTo("Prefix");
            ingress.put(
                    path.path("path").asText(), path.at("/backend/service/name").asText());
        });
        Map<String, String> origin = new TreeMap<>();
        Deploy.pathMap()
                .forEach(share -> share.paths().forEach(path -> origin.put(path, share.service() + "-service")));
        assertThat(ingress).isEqualTo(origin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void every_container_is_confined_limited_and_of_a_known_version(String overlay) {
        Stream<ObjectNode> workloads = render(overlay).stream()
                .filter(each -> each.at("/spec/template/spec/containers").isArray());

        assertThat(workloads.toList()).hasSize(5).allSatisfy(workload -> {
            JsonNode pod = workload.at("/spec/template/spec");
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(pod.path("containers")).allSatisfy(container -> {
                assertThat(container
                                .at("/securityContext/readOnlyRootFilesystem")
                                .asBoolean())
                        .isTrue();
                assertThat(container
                                .at("/securityContext/allowPrivilegeEscalation")
                                .asBoolean(true))
                        .isFalse();
                assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
                assertThat(container.path("image").asText()).matches(".+:[^:]+").doesNotEndWith(":latest");
                // A new list of environment variables must not lose those that were there.
                assertThat(container.path("env").findValuesAsText("name")).contains("KAFKA_SASL_JAAS_CONFIG");
            });
        });
    }

    @Test
    void every_service_has_probes_a_budget_an_address_and_two_instances() {
        for (String name : Deploy.SERVICES) {
            String service = name + "-service";
            JsonNode deployment = only("Deployment", service);
            JsonNode container = deployment.at("/spec/template/spec/containers/0");
            assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(2);
            for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
                assertThat(container.path(probe).at("/httpGet/path").asText()).startsWith("/q/health/");
                assertThat(container.path(probe).at("/httpGet/port").asText()).isEqualTo("http");
            }
            String port = properties(service).get("quarkus.http.port");
            assertThat(container.at("/ports/0/containerPort").asText()).isEqualTo(port);
            assertThat(only("Service", service).at("/spec/ports/0/port").asText())
                    .isEqualTo(port);
            JsonNode labels = deployment.at("/spec/template/metadata/labels");
            for (JsonNode selector : List.of(
                    only("Service", service).at("/spec/selector"),
                    only("PodDisruptionBudget", service).at("/spec/selector/matchLabels"),
                    deployment.at("/spec/selector/matchLabels"))) {
                selector.fields().forEachRemaining(label -> assertThat(labels.get(label.getKey()))
                        .isEqualTo(label.getValue()));
            }
        }
    }

    @Test
    void a_service_that_is_told_to_end_has_longer_than_it_takes_to_leave_in_order() {
        String shared = Deploy.text(
                Deploy.ROOT.resolve("service-chassis/src/main/resources/META-INF/microprofile-config.properties"));
        int leaving =
                seconds(shared, "%prod.quarkus.shutdown.delay=") + seconds(shared, "%prod.quarkus.shutdown.timeout=");

        for (String name : Deploy.SERVICES) {
            JsonNode pod = only("Deployment", name + "-service").at("/spec/template/spec");
            assertThat(pod.path("terminationGracePeriodSeconds").asInt()).isGreaterThanOrEqualTo(leaving + 10);
            // It waits by itself, and says meanwhile that it is not ready.
            assertThat(pod.at("/containers/0/lifecycle").isMissingNode()).isTrue();
        }
        String compose = Deploy.text(Deploy.DEPLOY.resolve("compose/compose.yaml"));
        assertThat(seconds(compose, "stop_grace_period: ")).isGreaterThanOrEqualTo(leaving + 10);
    }

    @Test
    void spans_may_leave_to_where_prometheus_comes_from_and_nowhere_else() {
        List<JsonNode> ways = new ArrayList<>();
        only("NetworkPolicy", "services-reach-their-parts").at("/spec/egress").forEach(way -> {
            if (way.findValuesAsText("port").contains("4317")) {
                ways.add(way);
            }
        });
        assertThat(ways).singleElement().satisfies(way -> assertThat(way.findValuesAsText(NAMESPACE))
                .containsExactly("monitoring")
                .isSubsetOf(only("NetworkPolicy", "the-origin-and-prometheus-reach-the-services")
                        .findValuesAsText(NAMESPACE)));
    }

    private static int seconds(String text, String name) {
        String rest = text.substring(text.indexOf(name) + name.length());
        return Integer.parseInt(rest.split("[sS]")[0]);
    }

    @Test
    void every_secret_that_is_asked_for_is_described() {
        String readme = Deploy.text(Deploy.DEPLOY.resolve("kubernetes/README.md"));
        TreeSet<String> asked = new TreeSet<>();
        render("prod").forEach(object -> object.findValues("secretKeyRef")
                .forEach(reference -> asked.add("`" + reference.path("name").asText() + "` | `"
                        + reference.path("key").asText())));

        assertThat(asked).hasSizeGreaterThan(8).allSatisfy(secret -> assertThat(readme)
                .contains(secret.substring(0, secret.indexOf(" |")))
                .contains(secret.substring(secret.indexOf("| ") + 2) + "`"));
        assertThat(render("prod"))
                .noneMatch(object -> object.path("kind").asText().equals("Secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void the_services_would_start_with_these_settings_in_production(String overlay) {
        for (String name : Deploy.SERVICES) {
            JsonNode container = only(overlay, "Deployment", name + "-service").at("/spec/template/spec/containers/0");
            Map<String, String> environment = new HashMap<>();
            only(overlay, "ConfigMap", "interspace-settings")
                    .path("data")
                    .fields()
                    .forEachRemaining(each ->
                            environment.put(each.getKey(), each.getValue().asText()));
            container
                    .path("env")
                    .forEach(each -> environment.put(
                            each.path("name").asText(),
                            each.has("value") ? each.path("value").asText() : "secret of " + each.path("name")));
            assertThat(Guard.objections(environment)).as(name).isEmpty();
        }
    }

    private static List<ObjectNode> render(String overlay) {
        return Kustomization.render(OVERLAYS.resolve(overlay));
    }

    private static JsonNode only(String kind, String name) {
        return only("prod", kind, name);
    }

    private static JsonNode only(String overlay, String kind, String name) {
        return byName(render(overlay)).get(kind + " " + name);
    }

    private static Map<String, JsonNode> byName(List<? extends JsonNode> objects) {
        return objects.stream()
                .collect(Collectors.toMap(KubernetesTest::nameOf, each -> each, (a, b) -> a, TreeMap::new));
    }

    /** Where something in a list has a name, the order means nothing. */
    private static <T extends JsonNode> List<T> sorted(List<T> objects) {
        for (T object : objects) {
            object.findValues("env").forEach(list -> {
                List<JsonNode> inOrder = new ArrayList<>();
                list.forEach(inOrder::add);
                inOrder.sort(Comparator.comparing(each -> each.path("name").asText()));
                ((ArrayNode) list).removeAll().addAll(inOrder);
            });
        }
        return objects;
    }

    private static String nameOf(JsonNode object) {
        return object.path("kind").asText() + " "
                + object.path("metadata").path("name").asText();
    }

    private static Map<String, String> properties(String service) {
        return Deploy.text(Deploy.ROOT.resolve(service + "/src/main/resources/application.properties"))
                .lines()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')), line -> line.substring(line.indexOf('=') + 1)));
    }

    private static String kubectl(Path folder) throws IOException, InterruptedException {
        boolean installed = Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(each -> Files.isExecutable(Path.of(each, "kubectl")));
        Assumptions.assumeTrue(installed, "kubectl is not installed");
        Process process = new ProcessBuilder("kubectl", "kustomize", folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String rendered = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).isZero();
        return rendered;
    }
}
