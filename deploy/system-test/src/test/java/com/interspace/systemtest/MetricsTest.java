package com.interspace.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.interspace.local.identity.Caller;
import com.interspace.local.launch.LocalSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody looks at a dashboard of metrics that do not exist, or waits for an alert that cannot fire. */
@ExtendWith(TheSystem.class)
class MetricsTest {

    private static final Path OBSERVABILITY = Path.of("..", "observability");
    private static final List<String> SERVICES = List.of("ticket", "escalation", "notification", "rfo");
    private static final Pattern METRIC = Pattern.compile("\\b(?:interspace|http_server|jvm)_[a-z_]+");

    /** These count what should never happen, and appear when it does; the name stands in the code of the service. */
    private static final Map<String, String> APPEARS_WHEN_IT_HAPPENS =
            Map.of("interspace_escalation_nobody_reachable_total", "escalation-service");

    private static LocalSystem system;

    @BeforeAll
    static void theSystemIsUp(LocalSystem running) {
        system = running;
    }

    @Test
    void every_metric_on_a_dashboard_or_in_an_alert_is_exposed_by_a_running_service() throws IOException {
        Set<String> named = named();
        assertThat(named).hasSizeGreaterThan(10);
        named.removeAll(APPEARS_WHEN_IT_HAPPENS.keySet());

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(exposed()).containsAll(named));
    }

    @Test
    void what_appears_only_when_it_happens_stands_in_the_code() throws IOException {
        for (Map.Entry<String, String> metric : APPEARS_WHEN_IT_HAPPENS.entrySet()) {
            String meter = metric.getKey().replace("_total", "").replace('_', '.');
            try (Stream<Path> sources = Files.walk(Path.of("..", "..", metric.getValue(), "src/main/java"))) {
                assertThat(sources.filter(Files::isRegularFile).anyMatch(file -> contains(file, '"' + meter + '"')))
                        .as(meter)
                        .isTrue();
            }
        }
    }

    private static Set<String> named() throws IOException {
        try (Stream<Path> files = Files.walk(OBSERVABILITY)) {
            return files.filter(file -> file.toString().endsWith(".json") || file.endsWith("alerts.yml"))
                    .flatMap(file -> METRIC.matcher(text(file)).results())
                    .map(found -> found.group())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> exposed() {
        Set<String> names = new TreeSet<>();
        for (String service : SERVICES) {
            String metrics = Caller.anyone(system.url(service, ""))
                    .get("/q/metrics", "text/plain")
                    .text();
            Matcher name = Pattern.compile("(?m)^([a-z_]+)[{ ]").matcher(metrics);
            while (name.find()) {
                names.add(name.group(1));
            }
        }
        return names;
    }

    private static boolean contains(Path file, String text) {
        return text(file).contains(text);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
