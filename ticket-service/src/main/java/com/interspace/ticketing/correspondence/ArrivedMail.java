package com.interspace.ticketing.correspondence;

import java.time.Instant;

/**
 * A mail in a mailbox, before anything is known of it but its place.
 *
 * @param mailbox the name of the mailbox in our settings
 * @param uidValidity the generation of the mailbox's numbers, as IMAP counts them
 * @param uid its number in the mailbox
 * @param size in bytes, as it lies in the mailbox
 * @param raw its bytes, or its headers only when {@code complete} is false
 */
public record ArrivedMail(
        String mailbox, long uidValidity, long uid, Instant receivedAt, long size, boolean complete, byte[] raw) {}
