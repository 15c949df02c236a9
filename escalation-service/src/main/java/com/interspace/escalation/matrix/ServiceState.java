package com.interspace.escalation.matrix;

import java.time.Instant;

/**
 * What ticket-service says of a service.
 *
 * @param escalationMatrix whether the contract has a matrix
 * @param activatedAt null when not told
 * @param at when this became so
 * @param sequence the service's version
 */
public record ServiceState(
        String serviceId,
        String account,
        String product,
        String tier,
        String status,
        boolean escalationMatrix,
        String zone,
        Instant activatedAt,
        Instant at,
        long sequence) {}
