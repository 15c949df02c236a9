package com.interspace.escalation.matrix;

/**
 * Somebody who is told when a ticket reaches a level.
 *
 * @param phone may be null
 * @param hours when he can be reached, in words, such as {@code 24x7}
 */
public record Person(String name, String email, String phone, String hours) {}
