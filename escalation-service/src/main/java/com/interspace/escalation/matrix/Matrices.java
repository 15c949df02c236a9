package com.interspace.escalation.matrix;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every version of every matrix. */
public interface Matrices {

    void add(Matrix matrix);

    /** @param accounts to which it must have been issued; empty = to any */
    Optional<Matrix> version(String serviceId, int version, Optional<Set<String>> accounts);

    Optional<Matrix> newest(String serviceId);

    /** The version of a service's matrix that was or will be in force at an instant. */
    Optional<Matrix> inForce(String serviceId, Instant at);

    /** @param accounts to which it must have been issued; empty = to any */
    Optional<Matrix> inForce(String serviceId, Instant at, Optional<Set<String>> accounts);

    /** The centre's template for a tier that was in force at an instant, or the usual one where the tier had none. */
    Matrix templateInForce(String tier, Instant at);

    /** The newest version of each template, by name. */
    List<Matrix> templates();

    Optional<Matrix> newestTemplate(String name);

    /** @return false when another process has just added this version */
    boolean addTemplate(String name, int version, Instant effectiveFrom, Ladder ladder, String writtenBy, Instant now);
}
