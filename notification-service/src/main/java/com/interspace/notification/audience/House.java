package com.interspace.notification.audience;

import java.util.Set;

/**
 * Where our own people are reached who stand in no escalation matrix.
 *
 * @param operations the mailbox of the desk
 * @param manager the mailbox of the centre's manager
 * @param rooms the chat rooms that there are
 */
public record House(String operations, String manager, Set<Severity> rooms) {}
