package com.interspace.escalation.matrix;

import java.time.Instant;
import java.util.Optional;

/** Every version of every matrix. */
public interface Matrices {

    void add(Matrix matrix);

    Optional<Matrix> version(String serviceId, int version);

    Optional<Matrix> newest(String serviceId);

    /** The version of a service's matrix that was or will be in force at an instant. */
    Optional<Matrix> inForce(String serviceId, Instant at);

    /** The version of the centre's internal default that was in force at an instant. */
    Optional<Matrix> internalInForce(String template, Instant at);

    Optional<Matrix> newestInternal(String template);

    /** Adds a version of the internal default unless another process has just done so. */
    void addInternal(String template, int version, Instant effectiveFrom, Ladder ladder, Instant now);
}
