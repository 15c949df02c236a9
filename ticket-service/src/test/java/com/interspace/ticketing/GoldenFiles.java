package com.interspace.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The papers of {@code contracts/tmf621}: what is sent, what has to come back. Ids that are made anew in each run are
 * written as those of the examples. To write the answers anew after a wanted change: {@code -Dcontracts.write=true}.
 */
final class GoldenFiles {

    static final String SERVICE = "IS-DIA-0001";
    static final String TICKET = "IS-1000042-2";
    private static final Path FOLDER = Path.of("contracts", "tmf621");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String ourService;

    GoldenFiles(String ourService) {
        this.ourService = ourService;
    }

    String request(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name + ".json")).replace(SERVICE, ourService);
    }

    void check(String name, String definition, String answer) throws IOException {
        JsonNode golden = JSON.readTree(answer.replace(ourService, SERVICE)
                .replaceAll("IS-\\d{7}-\\d", TICKET)
                .replaceAll("\"id\":\"[0-9a-f]{8}-[0-9a-f-]{27}\"", "\"id\":\"6d3f8a50-3f3c-4b6b-9d0c-0d3b1f2a4c55\""));
        assertKeeps(definition, golden);
        Path file = FOLDER.resolve(name + ".json");
        if (Boolean.getBoolean("contracts.write")) {
            DefaultPrettyPrinter printer =
                    new DefaultPrettyPrinter().withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
            Files.writeString(file, JSON.writer(printer).writeValueAsString(golden) + "\n");
        }
        assertThat(golden).isEqualTo(JSON.readTree(file.toFile()));
    }

    static void assertKeeps(String definition, JsonNode paper) throws IOException {
        JsonNode schema = JSON.readTree(FOLDER.resolve("tmf621.v4.schema.json").toFile());
        var validator = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(JSON.createObjectNode()
                        .put("$ref", "#/$defs/" + definition)
                        .set("$defs", schema.get("$defs")));
        assertThat(validator.validate(paper)).as(definition + " " + paper).isEmpty();
    }
}
