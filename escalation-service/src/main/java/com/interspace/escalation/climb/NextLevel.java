package com.interspace.escalation.climb;

import java.time.Instant;

/** Where a ticket goes next by itself, and when, if nothing changes until then. */
public record NextLevel(int level, Instant dueAt) {}
