package com.interspace.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.local.identity.Caller;
import com.interspace.local.launch.LocalSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Who may call what: every operation of every service's OpenAPI, called by nobody and by each role, against the table
 * {@code role-matrix.txt}. An operation without a row fails the build.
 */
@ExtendWith(TheSystem.class)
class RoleMatrixTest {

    private static final List<String> SERVICES = List.of("ticket", "escalation", "notification", "rfo");
    private static final String ANYONE = "anyone";

    /** Somebody of the demo for each role. */
    static final Map<String, String> PEOPLE = new LinkedHashMap<>();

    static {
        PEOPLE.put("customer", "anna@acme.example");
        PEOPLE.put("partner", "partner-acme");
        PEOPLE.put("agent", "agent");
        PEOPLE.put("manager", "manager");
        PEOPLE.put("ops", "ops");
        PEOPLE.put("provisioner", "provisioning");
    }

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static LocalSystem system;
    private static List<Operation> operations;
    private static Map<String, String> tokens;

    @BeforeAll
    static void theSystemIsUp(LocalSystem running) {
        system = running;
        operations = SERVICES.stream()
                .flatMap(service -> Operation.of(system, service).stream())
                .toList();
        tokens = PEOPLE.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> Caller.tokenOf(system.url(""), each.getValue())));
    }

    @Test
    void every_operation_lets_in_exactly_the_roles_of_its_row() {
        Map<String, Set<String>> expected = table();
        Map<String, Set<String>> found = new LinkedHashMap<>();
        operations.forEach(operation -> found.put(name(operation), whoIsLetIn(operation)));
        assertThat(lines(found)).containsExactlyInAnyOrderElementsOf(lines(expected));
    }

    @Test
    void nothing_answers_with_an_error_of_ours_to_a_caller_who_names_nothing_that_exists() {
        List<String> failures = new ArrayList<>();
        for (Operation operation : operations) {
            for (String role : PEOPLE.keySet()) {
                int status = call(operation, tokens.get(role));
                if (status >= 500) {
                    failures.add(name(operation) + " answers " + status + " to " + role);
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    private static Set<String> whoIsLetIn(Operation operation) {
        Set<String> letIn = new TreeSet<>();
        if (call(operation, null) != 401) {
            letIn.add(ANYONE);
            return letIn;
        }
        for (String role : PEOPLE.keySet()) {
            int status = call(operation, tokens.get(role));
            if (status != 401 && status != 403) {
                letIn.add(role);
            }
        }
        return letIn;
    }

    private static int call(Operation operation, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(system.url(operation.service(), operation.pathToNothing())))
                .timeout(Duration.ofSeconds(20))
                .method(
                        operation.method(),
                        operation.mediaType() == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(emptyBody(operation)));
        if (operation.mediaType() != null) {
            String boundary = operation.mediaType().startsWith("multipart/") ? "; boundary=end" : "";
            request.header("Content-Type", operation.mediaType() + boundary);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            // The head is enough: a stream of events has no end.
            var answer = HTTP.send(request.build(), BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
        } catch (IOException broken) {
            throw new UncheckedIOException(name(operation), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String emptyBody(Operation operation) {
        return operation.mediaType().startsWith("multipart/") ? "--end--\r\n" : "{}";
    }

    private static String name(Operation operation) {
        return operation.service() + " " + operation.method() + " " + operation.path();
    }

    private static List<String> lines(Map<String, Set<String>> matrix) {
        return matrix.entrySet().stream()
                .map(row -> row.getKey() + ": " + String.join(" ", new TreeSet<>(row.getValue())))
                .toList();
    }

    static Map<String, Set<String>> table() {
        try (var file = RoleMatrixTest.class.getResourceAsStream("role-matrix.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(": ?", 2))
                    .collect(Collectors.toMap(
                            row -> row[0].trim(),
                            row -> Stream.of(row[1].trim().split(" +")).collect(Collectors.toSet())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
