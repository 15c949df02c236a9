package com.interspace.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of the repository, as the tests read them. */
final class Deploy {

    static final ObjectMapper JSON = new ObjectMapper();
    static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    static final Path DEPLOY = ROOT.resolve("deploy");
    static final List<String> SERVICES = List.of("ticket", "escalation", "notification", "rfo");

    /** A share of the path map of the one origin. */
    record Share(String service, List<String> paths) {}

    private Deploy() {}

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode yaml(Path file) {
        return documents(text(file)).get(0);
    }

    static List<JsonNode> documents(String yaml) {
        try {
            List<JsonNode> all = new ArrayList<>();
            YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml).forEachRemaining(all::add);
            return all.stream().filter(each -> each.isObject()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Share> pathMap() {
        JsonNode file = json(DEPLOY.resolve("local/src/main/resources/com/interspace/local/paths.json"));
        return List.of(JSON.convertValue(file, Share[].class));
    }
}
