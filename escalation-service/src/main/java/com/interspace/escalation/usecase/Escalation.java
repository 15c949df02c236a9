package com.interspace.escalation.usecase;

import com.interspace.escalation.climb.Climb;
import com.interspace.escalation.climb.NextLevel;
import com.interspace.escalation.climb.Step;
import java.util.List;
import java.util.Optional;

/** How a ticket's escalation stands, and how it came there. */
public record Escalation(Climb climb, Optional<NextLevel> next, List<Step> history) {}
