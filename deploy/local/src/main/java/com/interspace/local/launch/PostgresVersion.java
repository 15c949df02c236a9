package com.interspace.local.launch;

import com.fasterxml.jackson.core.type.TypeReference;
import com.interspace.local.part.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A data directory of PostgreSQL can only be read by the major version that wrote it. */
final class PostgresVersion {

    private PostgresVersion() {}

    static void requireReadable(Path directory) {
        Path file = directory.resolve("PG_VERSION");
        if (!Files.exists(file)) {
            return;
        }
        Map<String, String> versions = Json.data("versions.json", new TypeReference<>() {});
        String ours = versions.get("postgresql").split("\\.")[0];
        try {
            String theirs = Files.readString(file).trim();
            if (!theirs.equals(ours)) {
                throw new PlainSentence("The data in " + directory + " was written by PostgreSQL " + theirs
                        + " and this is PostgreSQL " + ours + ". Start with --fresh to drop it.");
            }
        } catch (IOException e) {
            throw new PlainSentence("The data in " + directory + " cannot be read: " + e.getMessage(), e);
        }
    }
}
