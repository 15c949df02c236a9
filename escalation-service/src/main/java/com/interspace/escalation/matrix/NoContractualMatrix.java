package com.interspace.escalation.matrix;

import com.interspace.chassis.refusal.Conflict;
import java.util.Map;

/** 409: the contract of the service has no escalation matrix, so there is none to change. */
public final class NoContractualMatrix extends Conflict {

    public NoContractualMatrix(String serviceId) {
        super(
                "no-contractual-matrix",
                "No contractual matrix",
                "The contract of service " + serviceId + " has no escalation matrix; provisioning adds it first.",
                Map.of("serviceId", serviceId));
    }
}
