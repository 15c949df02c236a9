package com.interspace.local.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the command was asked to do; the script has already explained the options to whoever asked. */
record CommandLine(boolean fresh, boolean demo, boolean once, boolean keycloak) {

    private static final Set<String> KNOWN = Set.of("--fresh", "--demo", "--once", "--keycloak");

    static CommandLine parse(List<String> arguments) {
        for (String argument : arguments) {
            if (!KNOWN.contains(argument)) {
                throw new PlainSentence("Unknown option: " + argument + ". ./deploy/local/up --help lists them.");
            }
        }
        return new CommandLine(
                arguments.contains("--fresh"),
                arguments.contains("--demo"),
                arguments.contains("--once"),
                arguments.contains("--keycloak"));
    }

    Options options(Path root, Map<String, String> environment) {
        String data = environment.getOrDefault("INTERSPACE_DATA_DIR", "");
        return new Options(
                root,
                data.isBlank()
                        ? root.resolve("deploy/local/data")
                        : Path.of(data).toAbsolutePath(),
                Ports.movedBy(environment.get("INTERSPACE_PORT_OFFSET")),
                environment.get("INTERSPACE_PUBLIC_URL"),
                fresh,
                demo,
                keycloak,
                false,
                Map.of());
    }
}
