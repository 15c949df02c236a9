package com.interspace.ticketing.ticket;

import com.interspace.ticketing.priority.Impact;
import com.interspace.ticketing.priority.Priority;
import com.interspace.ticketing.priority.Urgency;
import java.time.Instant;
import java.util.List;

/**
 * A fault as it was reported, read and found possible.
 *
 * @param problemStart when the fault began, which is earlier than when it was reported
 * @param requestedPriority the level the customer chose, kept for ever; may be null
 * @param urgency never null: said, or implied by the chosen level
 */
public record Report(
        Channel channel,
        String serviceId,
        Instant problemStart,
        String summary,
        String description,
        Impact impact,
        Urgency urgency,
        Priority requestedPriority,
        FaultNature faultNature,
        String circuitId,
        List<String> ipAddresses,
        String externalId) {}
