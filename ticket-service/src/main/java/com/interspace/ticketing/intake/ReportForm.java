package com.interspace.ticketing.intake;

import java.util.List;

/** A report as the sender filled it in, nothing checked yet. */
public record ReportForm(
        String serviceId,
        String problemStart,
        String summary,
        String impact,
        String description,
        String urgency,
        String requestedPriority,
        String faultNature,
        String circuitId,
        List<String> ipAddress,
        String externalId) {}
