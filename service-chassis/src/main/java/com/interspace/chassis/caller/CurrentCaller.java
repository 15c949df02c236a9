package com.interspace.chassis.caller;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The {@link Caller} of the current request, read from its verified token. */
@RequestScoped
public class CurrentCaller {

    private final SecurityIdentity identity;

    @Inject
    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Caller get() {
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        return new Caller(
                token.getSubject(),
                firstText(token, "name", "preferred_username", "azp", "sub"),
                token.getClaim("email"),
                identity.getRoles(),
                accountsOf(token));
    }

    private static String firstText(JsonWebToken token, String... claims) {
        for (String claim : claims) {
            if (token.getClaim(claim) instanceof String text && !text.isBlank()) {
                return text;
            }
        }
        return "unknown";
    }

    private static Set<String> accountsOf(JsonWebToken token) {
        Object claim = token.getClaim("account");
        if (claim instanceof JsonArray array) {
            return array.getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .collect(Collectors.toSet());
        }
        if (claim instanceof Collection<?> values) {
            return values.stream().map(String::valueOf).collect(Collectors.toSet());
        }
        return Set.of();
    }
}
