package com.interspace.chassis.caller;

import java.util.Optional;
import java.util.Set;

/**
 * Who is calling, as the token says.
 *
 * @param id the token's subject; stable, opaque
 * @param name the name to show to people
 * @param email may be null (clients have none)
 * @param accounts the customer accounts that the caller belongs to; empty for the centre's own people
 */
public record Caller(String id, String name, String email, Set<String> roles, Set<String> accounts) {

    public Caller {
        roles = Set.copyOf(roles);
        accounts = Set.copyOf(accounts);
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    /** An agent or a manager: somebody who works in the service centre. */
    public boolean isCentre() {
        return is(Role.AGENT) || is(Role.MANAGER);
    }

    /**
     * The accounts whose objects the caller may see: empty means all (centre and operations), otherwise exactly
     * these. Belongs into the query, not after it.
     */
    public Optional<Set<String>> accountScope() {
        return isCentre() || is(Role.OPS) ? Optional.empty() : Optional.of(accounts);
    }

    public boolean maySee(String account) {
        return accountScope().map(scope -> scope.contains(account)).orElse(true);
    }

    /** The word for this caller in events and histories. */
    public String party() {
        if (isCentre()) {
            return "centre";
        }
        if (is(Role.PROVISIONER)) {
            return "provisioner";
        }
        if (is(Role.OPS)) {
            return "operations";
        }
        return is(Role.PARTNER) ? "partner" : "customer";
    }
}
