package com.interspace.ticketing.correspondence;

/**
 * A sender whom we know and believe.
 *
 * @param account on whose behalf he writes
 */
public record Correspondent(String account, String contactId, String name, String email, String phone) {}
