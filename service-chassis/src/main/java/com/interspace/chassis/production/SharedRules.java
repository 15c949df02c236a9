package com.interspace.chassis.production;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * The rules that hold for every service. Some are a matter of the network: {@code interspace.production.tolerate} may
 * name {@code plain-kafka}, {@code plain-identity}, {@code plain-smtp} and {@code plain-imap} where something else
 * encrypts the way.
 */
@Singleton
public class SharedRules implements ProductionRule {

    private static final int SHORTEST_PASSWORD = 12;

    @Override
    public Stream<String> objections(Config settings) {
        return Stream.of(
                        publicUrl(settings),
                        identity(settings),
                        plainIdentity(settings),
                        databasePassword(settings),
                        clientSecret(settings),
                        plainKafka(settings),
                        openCors(settings),
                        wrongClock(settings))
                .flatMap(Optional::stream);
    }

    /** Whether the operator said that this weakness is dealt with elsewhere. */
    public static boolean isTolerated(Config settings, String weakness) {
        return settings.getOptionalValues("interspace.production.tolerate", String.class)
                .orElse(List.of())
                .contains(weakness);
    }

    private static Optional<String> publicUrl(Config settings) {
        return objection(
                !value(settings, "interspace.public-url").startsWith("https://"),
                "interspace.public-url must be the https address that customers see; it is printed in every document.");
    }

    private static Optional<String> identity(Config settings) {
        return objection(
                isOnThisMachine(value(settings, "quarkus.oidc.auth-server-url")),
                "quarkus.oidc.auth-server-url must name your identity provider; one on this machine has the demo users.");
    }

    private static Optional<String> plainIdentity(Config settings) {
        boolean encrypted = value(settings, "quarkus.oidc.auth-server-url").startsWith("https://");
        return objection(
                !encrypted && !isTolerated(settings, "plain-identity"),
                "quarkus.oidc.auth-server-url must be an https address, or interspace.production.tolerate names plain-identity.");
    }

    private static Optional<String> wrongClock(Config settings) {
        Duration offset = settings.getOptionalValue("interspace.clock-offset", Duration.class)
                .orElse(Duration.ZERO);
        return objection(!offset.isZero(), "interspace.clock-offset puts the clock wrong; it is for fault tests only.");
    }

    private static Optional<String> databasePassword(Config settings) {
        String password = value(settings, "quarkus.datasource.password");
        boolean weak = password.length() < SHORTEST_PASSWORD
                || password.equals(value(settings, "quarkus.datasource.username"));
        return objection(
                weak,
                "quarkus.datasource.password must have at least " + SHORTEST_PASSWORD
                        + " characters and must not be the user's name.");
    }

    private static Optional<String> clientSecret(Config settings) {
        String secret = value(settings, "quarkus.oidc-client.credentials.client-secret.value");
        return objection(
                !secret.isEmpty() && secret.equals(value(settings, "quarkus.oidc-client.client-id")),
                "INTERSPACE_SERVICE_CLIENT_SECRET must not be the client's name.");
    }

    private static Optional<String> plainKafka(Config settings) {
        String protocol = value(settings, "kafka.security.protocol");
        return objection(
                !protocol.endsWith("SSL") && !isTolerated(settings, "plain-kafka"),
                "kafka.security.protocol must be SASL_SSL or SSL, or interspace.production.tolerate names plain-kafka.");
    }

    private static Optional<String> openCors(Config settings) {
        List<String> origins = settings.getOptionalValues("quarkus.http.cors.origins", String.class)
                .orElse(List.of());
        boolean open = value(settings, "quarkus.http.cors.enabled").equals("true")
                && (origins.isEmpty() || origins.stream().anyMatch(SharedRules::isPattern));
        return objection(open, "quarkus.http.cors.origins must list the panel's origins one by one.");
    }

    private static boolean isPattern(String origin) {
        return origin.contains("*") || origin.startsWith("/");
    }

    private static boolean isOnThisMachine(String address) {
        String host = address.isEmpty() ? null : URI.create(address).getHost();
        return host == null
                || host.equals("localhost")
                || host.equals("[::1]")
                || host.startsWith("127.")
                || host.equals("0.0.0.0");
    }

    private static String value(Config settings, String name) {
        return settings.getOptionalValue(name, String.class).orElse("");
    }

    private static Optional<String> objection(boolean stands, String sentence) {
        return stands ? Optional.of(sentence) : Optional.empty();
    }
}
