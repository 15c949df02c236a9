package com.interspace.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the table at the top of deploy/README.md promises: each folder is exercised by tests that there are. */
class ExercisedTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| \\[([a-z-]+)]\\(.*\\|(.*)\\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`( \\(`-Pfull`\\))?");

    /** The modules that exercise, and the programs of load, which measure and have figures of their own to show. */
    private static final Set<String> THEMSELVES_TESTS = Set.of("checks", "system-test", "load");

    private static final Map<String, String> TABLE = ROW.matcher(Deploy.text(Deploy.DEPLOY.resolve("README.md")))
            .results()
            .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2), (one, two) -> one, TreeMap::new));

    @Test
    void every_folder_has_its_row() throws IOException {
        try (Stream<Path> folders = Files.list(Deploy.DEPLOY)) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .filter(folder -> !THEMSELVES_TESTS.contains(folder)))
                    .isNotEmpty()
                    .isSubsetOf(TABLE.keySet());
        }
    }

    @Test
    void every_row_names_tests_that_exist_and_one_of_them_runs_in_every_build() {
        TABLE.forEach((folder, tests) -> {
            if (THEMSELVES_TESTS.contains(folder)) {
                return;
            }
            assertThat(TEST.matcher(tests).results().map(MatchResult::group))
                    .as(folder)
                    .anyMatch(test -> !test.contains("full"));
            TEST.matcher(tests).results().forEach(test -> assertThat(isThere(test.group(1)))
                    .as(test.group(1))
                    .isTrue());
        });
    }

    private static boolean isThere(String test) {
        return Stream.of(
                        "checks/src/test/java/com/interspace/deploy/",
                        "system-test/src/test/java/com/interspace/systemtest/")
                .anyMatch(folder -> Files.exists(Deploy.DEPLOY.resolve(folder + test + ".java")));
    }
}
