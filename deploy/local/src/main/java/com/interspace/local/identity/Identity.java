package com.interspace.local.identity;

import com.fasterxml.jackson.core.type.TypeReference;
import com.interspace.local.part.Json;
import java.util.List;
import java.util.Optional;

/**
 * Somebody of the demo, as {@code identities.json} names them: a person with a password or a client with a secret. Both
 * are equal to the name, which is why these identities must never be known outside one machine.
 */
public record Identity(
        String name, Kind kind, String fullName, String email, List<String> roles, List<String> accounts) {

    /** How somebody asks for a token. */
    public enum Kind {
        person,
        client
    }

    private static final List<Identity> ALL = Json.data("identities.json", new TypeReference<List<Identity>>() {});

    /** Everybody, in the order of the data file. */
    public static List<Identity> all() {
        return ALL;
    }

    /** The person or client of this name. */
    public static Optional<Identity> named(String name) {
        return ALL.stream().filter(identity -> identity.name().equals(name)).findFirst();
    }

    /** The person's mail address, which is the name when the data file gives no other; clients have none. */
    public Optional<String> mailAddress() {
        return kind == Kind.person ? Optional.of(email == null ? name : email) : Optional.empty();
    }

    /** The password or the secret. */
    public String secret() {
        return name;
    }
}
