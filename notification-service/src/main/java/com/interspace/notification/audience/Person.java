package com.interspace.notification.audience;

/** One of our own people, as an escalation event names him. */
public record Person(String name, String email) {}
