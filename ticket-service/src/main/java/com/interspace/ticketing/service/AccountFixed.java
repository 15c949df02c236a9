package com.interspace.ticketing.service;

import com.interspace.chassis.refusal.Conflict;
import java.util.Map;

/** 409: a service never moves to another account; its tickets would move with it. */
public final class AccountFixed extends Conflict {

    AccountFixed(String serviceId, String account) {
        super(
                "service-account-fixed",
                "A service keeps its account",
                "The service " + serviceId + " belongs to another account; terminate it and activate a new one.",
                Map.of("account", account));
    }
}
