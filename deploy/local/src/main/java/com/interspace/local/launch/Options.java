package com.interspace.local.launch;

import com.interspace.local.identity.KeycloakDoor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How a system is started.
 *
 * @param root the repository, where the packaged services are found
 * @param data where everything lives that survives a restart
 * @param fresh drop the data first
 * @param withoutStory leave out the demo service that the story itself activates, because the story follows
 * @param publicUrl the address in documents and mails; null is the origin's
 * @param keycloak take tokens from a real Keycloak instead of the issuer of the launcher
 * @param lines lay a {@link com.interspace.local.part.Line} before every part that the services talk to, for tests that
 *     harm it
 * @param settings of every service, besides those that make it part of this system; as environment variables
 */
public record Options(
        Path root,
        Path data,
        Ports ports,
        String publicUrl,
        boolean fresh,
        boolean withoutStory,
        boolean keycloak,
        boolean lines,
        Map<String, String> settings) {

    /**
     * A system of its own for a test: free ports, empty data. The data lie in {@code target} of the module under test,
     * in a directory of this name, where the logs can be read afterwards.
     */
    public static Options forTest(String name) {
        Path data = Path.of("target", name).toAbsolutePath();
        return new Options(repository(), data, Ports.free(), null, true, true, false, false, Map.of());
    }

    /** The same with tokens from a real Keycloak. */
    public Options withKeycloak() {
        return new Options(root, data, ports, publicUrl, fresh, withoutStory, true, lines, settings);
    }

    /** The same with a line before every part. */
    public Options withLines() {
        return new Options(root, data, ports, publicUrl, fresh, withoutStory, keycloak, true, settings);
    }

    /** The same with one setting more for every service. */
    public Options with(String setting, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(setting, value);
        return new Options(root, data, ports, publicUrl, fresh, withoutStory, keycloak, lines, Map.copyOf(more));
    }

    /** The repository that the working directory is in. */
    static Path repository() {
        Path directory = Path.of("").toAbsolutePath();
        while (directory != null && !Files.exists(directory.resolve("deploy/local/up"))) {
            directory = directory.getParent();
        }
        if (directory == null) {
            throw new PlainSentence("Start this inside the repository: deploy/local/up was not found.");
        }
        return directory;
    }

    String origin() {
        return "http://localhost:" + ports.of(Port.ORIGIN);
    }

    /** The ports that this system takes. */
    Set<Port> portsInUse() {
        return keycloak ? EnumSet.allOf(Port.class) : EnumSet.complementOf(EnumSet.of(Port.KEYCLOAK));
    }

    /** The issuer in the tokens, and where the services find its keys. */
    String issuer() {
        return keycloak ? origin() + KeycloakDoor.REALM : origin();
    }

    String publicAddress() {
        return publicUrl == null || publicUrl.isBlank() ? origin() : publicUrl;
    }
}
